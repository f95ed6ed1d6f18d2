import type { Problem } from '../../contract/core/problem.ts';
import type { EndResult } from '../../contract/sessions/remote-sessions.ts';
import { limitConcurrency } from '../timing/limit-concurrency.ts';
import { endPlan, endsTheRound } from './end-plan.ts';
import type { AccountContext } from './server-accounts.ts';
import { type ListedEntry, SessionList } from './session-list.ts';
import { queryFor } from './session-owner.ts';

/** From this many on, one batch request replaces single requests. */
const manySessions = 10;
/** The number of sockets of a profile. */
const atOnce = 2;

/** Ends chosen sessions of a list and returns the result of each; the session that sends the requests goes last. */
export async function endAllSessions(
  account: AccountContext,
  list: SessionList,
  chosen: readonly ListedEntry[],
  inUseToo: boolean,
): Promise<readonly EndResult[]> {
  const { kept, others, own } = endPlan(chosen, inUseToo);
  const together = others.length >= manySessions ? await endTogether(account, list, others) : nothingAsked;
  const rest = others.filter((entry) => !together.gone.has(entry));
  const round = new Round(account, together);
  const results = [
    ...kept.map(({ shown }): EndResult => ({ key: shown.key, outcome: 'kept', problem: null })),
    ...[...together.gone].map(
      ({ shown }): EndResult => ({ key: shown.key, outcome: 'ended', problem: null }),
    ),
    ...(await round.end(rest)),
  ];
  for (const entry of own) results.push(...(await round.end([entry])));
  return results;
}

/** The state of sessions after a batch request, as far as the server shows it. */
interface Together {
  readonly gone: ReadonlySet<ListedEntry>;
  /** Still listed by the server afterwards. */
  readonly present: ReadonlySet<ListedEntry>;
  /** The server confirmed the request, but the list afterwards could not be loaded completely. */
  readonly unseen: boolean;
}

const nothingAsked: Together = { gone: new Set(), present: new Set(), unseen: false };
const notSeen: Together = { ...nothingAsked, unseen: true };

/**
 * Ends sessions with one batch request and finds out which are gone.
 *
 * The server confirms all of them at once, so only the complete list afterwards shows the result of each.
 */
async function endTogether(
  account: AccountContext,
  list: SessionList,
  entries: readonly ListedEntry[],
): Promise<Together> {
  const asked = await account.calls.endMany(entries.map(({ id }) => id));
  if (!asked.ok) return nothingAsked;
  const now = new SessionList(list.listId, list.profileId, list.fingerprint, list.filter);
  while (now.more === 'yes') {
    const page = await account.calls.sessions(queryFor(account, list.filter), now.cursor);
    if (!page.ok) return notSeen;
    now.take(page.value.value, account.skewMs, account);
  }
  const ids = new Set(now.entries.map(({ id }) => id));
  const present = new Set(entries.filter(({ id }) => ids.has(id)));
  if (now.more === 'cut') return { ...notSeen, present };
  return { gone: new Set(entries.filter((entry) => !present.has(entry))), present, unseen: false };
}

/** Ends sessions one by one, until a problem that the next ones would meet too. */
class Round {
  readonly #account: AccountContext;
  readonly #together: Together;
  readonly #inTurn = limitConcurrency(atOnce);
  #stoppedBy: Problem | null = null;

  constructor(account: AccountContext, together: Together) {
    this.#account = account;
    this.#together = together;
  }

  end(entries: readonly ListedEntry[]): Promise<readonly EndResult[]> {
    return Promise.all(entries.map((entry) => this.#inTurn(() => this.#endOne(entry))));
  }

  async #endOne(entry: ListedEntry): Promise<EndResult> {
    const { key } = entry.shown;
    if (this.#stoppedBy) return { key, outcome: 'failed', problem: this.#stoppedBy };
    const ended = await this.#account.calls.end(entry.id);
    if (ended.ok) return { key, outcome: 'ended', problem: null };
    const { problem } = ended;
    const { present, unseen } = this.#together;
    // The server had just listed this session, so 404 is not a proof that it is gone.
    if (problem.code === 'not-found' && !present.has(entry))
      return { key, outcome: unseen ? 'ended' : 'gone', problem: null };
    if (endsTheRound(problem)) this.#stoppedBy ??= problem;
    return { key, outcome: 'failed', problem };
  }
}
