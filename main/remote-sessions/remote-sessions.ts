import type { ServerProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import {
  type EndResult,
  isInUse,
  type RemoteSession,
  type SessionFilter,
  type SessionPage,
} from '../../contract/sessions/remote-sessions.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { SessionChecks } from '../checks/session-checks.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logins } from '../logins/logins.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { EndOnce } from './end-once.ts';
import { endAllSessions } from './end-sessions.ts';
import type { AccountContext, ServerAccounts } from './server-accounts.ts';
import { type ListedEntry, SessionList } from './session-list.ts';
import { queryFor } from './session-owner.ts';

/** The dialog of a server, the search for orphaned sessions and the one over all servers can be open at once. */
const listsOfAProfile = 3;
/** If a filter leaves few sessions of a page, further pages are loaded up to this number. */
const enoughFresh = 50;
const pagesInARow = 5;

interface Deps {
  readonly accounts: ServerAccounts;
  readonly sessions: SessionStore;
  readonly checks: Pick<SessionChecks, 'check'>;
  readonly logins: Pick<Logins, 'logout'>;
  readonly journal: Pick<Journal, 'note'>;
}

/** Lists and ends the sessions on servers. Session IDs never leave main. */
export class RemoteSessions {
  readonly #lists = new Map<number, SessionList>();
  readonly #endOnce = new EndOnce();
  #lastListId = 0;

  constructor(private readonly deps: Deps) {}

  /** Lists sessions from the first page on; `whole`: up to the maximum length of a list. */
  list(id: ProfileId, filter: SessionFilter, whole: boolean): Promise<Result<SessionPage>> {
    return this.deps.accounts.ask(id, async (account) => {
      this.#lastListId += 1;
      const list = new SessionList(this.#lastListId, id, account.fingerprint, filter);
      const page = await this.#next(account, list, whole);
      if (page.ok) this.#keep(list);
      return page;
    });
  }

  /** Loads the next sessions of a list. */
  more(id: ProfileId, listId: number): Promise<Result<SessionPage>> {
    return this.deps.accounts.ask(id, async (account) => {
      const list = this.listOf(account, listId);
      return list ? this.#next(account, list, false) : fail({ code: 'list-outdated' });
    });
  }

  /** Ends sessions of a list; those that this app uses only with `inUseToo`. */
  end(
    id: ProfileId,
    listId: number,
    keys: readonly number[],
    inUseToo: boolean,
  ): Promise<Result<readonly EndResult[]>> {
    const { accounts, journal } = this.deps;
    return accounts.ask<readonly EndResult[]>(id, async (account) => {
      const list = this.listOf(account, listId);
      const chosen = [...new Set(keys)].map((key) => list?.entries[key]);
      const entries = chosen.filter((entry): entry is ListedEntry => entry !== undefined);
      if (!list || entries.length !== chosen.length) return fail({ code: 'list-outdated' });
      const results = await this.#endOnce.end(list, entries, this.#lastListId, (fresh) =>
        endAllSessions(account, list, fresh, inUseToo),
      );
      const gone = entries.filter(({ shown }) => wasEnded(results, shown.key)).map(({ shown }) => shown);
      if (gone.length > 0) {
        const ofOthers = gone.filter(({ mine }) => !mine).length;
        journal.note('session-ended-elsewhere', account.profile, { sessions: gone.length, ofOthers });
      }
      return ok(await this.#settled(account, gone, results));
    });
  }

  /** The list with this ID, if the same log-in loaded it; else null. */
  listOf({ profile, fingerprint }: AccountContext, listId: number): SessionList | null {
    const list = this.#lists.get(listId);
    // SECURITY: a session ID is never sent to another server than the one it came from (0019).
    return list?.profileId === profile.id && list.fingerprint === fingerprint ? list : null;
  }

  /** Drops every list; called on lock. */
  forget(): void {
    this.#lists.clear();
    this.#endOnce.forget();
  }

  async #next(
    account: AccountContext,
    list: SessionList,
    whole: boolean,
  ): Promise<Result<SessionPage, ServerProblem>> {
    const sessions: RemoteSession[] = [];
    for (let pages = 1; list.more === 'yes'; pages += 1) {
      const page = await account.calls.sessions(queryFor(account, list.filter), list.cursor);
      if (!page.ok) return page;
      sessions.push(...list.take(page.value.value, account.skewMs, account));
      if (!whole && (sessions.length >= enoughFresh || pages >= pagesInARow)) break;
    }
    return ok({ listId: list.listId, sessions, more: list.more, rights: account.rights });
  }

  #keep(list: SessionList): void {
    this.#lists.set(list.listId, list);
    const ofProfile = [...this.#lists.values()].filter(({ profileId }) => profileId === list.profileId);
    for (const { listId } of ofProfile.slice(0, -listsOfAProfile)) this.#lists.delete(listId);
  }

  /** Updates the rows of this app whose sessions were ended, or whose token was rejected. */
  async #settled(
    account: AccountContext,
    gone: readonly RemoteSession[],
    results: readonly EndResult[],
  ): Promise<readonly EndResult[]> {
    const deviceIds = new Set(gone.filter(({ mark }) => isInUse(mark)).map(({ deviceId }) => deviceId));
    const perhapsOwn = gone.some(({ mark }) => mark === 'unknown');
    const rows = this.deps.sessions
      .rows()
      .filter(
        ({ profile }) => deviceIds.has(profile.deviceId) || (perhapsOwn && profile.id === account.profile.id),
      );
    for (const { profile } of rows) await this.#askAbout(profile.id);
    return Promise.all(
      results.map(async (result) =>
        result.problem?.code === 'session-refused'
          ? { ...result, problem: await this.deps.accounts.judged(account.profile.id, result.problem) }
          : result,
      ),
    );
  }

  async #askAbout(id: ProfileId): Promise<void> {
    const { checks, logins, sessions } = this.deps;
    await checks.check(id);
    const session = stableSession(sessions.session(id));
    // The person ended it and the server rejects it, so it is logged out, not expired.
    if (hasToken(session) && session.lastCheck?.verdict === 'refused') await logins.logout(id);
  }
}

function wasEnded(results: readonly EndResult[], key: number): boolean {
  return results.some((result) => result.key === key && result.outcome === 'ended');
}
