import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import { demoOrigin } from '../../contract/profiles/demo.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { WebPage } from '../../contract/sessions/web-window.ts';
import type { StateChange } from '../../contract/state.ts';
import { reasonNotToCopy } from '../token/token-header.ts';
import { OpenedPage, type OpenedPageDeps, type UsableSession } from './opened-page.ts';
import { openPageQuestion } from './questions.ts';

/** Opens pages of servers in windows of their own, as a profile's user, and closes them with the session. */
export class WebWindows {
  readonly #open = new Map<string, OpenedPage>();
  readonly #opening = new Set<string>();
  #locks = 0;

  constructor(private readonly deps: OpenedPageDeps) {
    deps.live.watch((change) => this.#follow(change));
    // SECURITY: the page of a server shows the names that the person has just hidden (0050).
    deps.presentation.onTurn((isOn) => isOn && this.stop());
  }

  /** Opens a page, or brings its window to the front. Fails if the session has ended or is in doubt. */
  async open(id: ProfileId, page: WebPage): Promise<Result> {
    const key = `${page} ${id}`;
    const open = this.#open.get(key);
    if (open) {
      open.focus();
      return done;
    }
    if (this.#opening.has(key)) return done;
    this.#opening.add(key);
    try {
      return await this.#openAnew(id, page, key);
    } finally {
      this.#opening.delete(key);
    }
  }

  /** Closes all windows. */
  stop(): void {
    for (const open of [...this.#open.values()]) open.close();
  }

  async #openAnew(id: ProfileId, page: WebPage, key: string): Promise<Result> {
    const { live, sessions, confirmations, journal, presentation } = this.deps;
    const locks = this.#locks;
    const before = this.#usable(id);
    if (!before.ok) return before;
    const { environment } = before.value.profile;
    const isGuarded = environment === 'production' && live.read().settings.confirmProduction;
    const showsNames = presentation.isOn;
    const question = openPageQuestion(page, before.value.profile, showsNames);
    // SECURITY: main itself asks, so that no page can open a production server (0041), or show names (0050).
    if ((isGuarded || showsNames) && !(await confirmations.ask(question))) return done;
    const opened = new OpenedPage(id, page, this.deps, () => this.#usable(id), {
      closed: () => this.#open.delete(key),
      open: (other) => void this.open(id, other),
    });
    const result = await opened.begin();
    if (!result.ok) return result;
    // SECURITY: a lock that came meanwhile wins (0011).
    if (locks !== this.#locks) {
      opened.close();
      return fail({ code: 'locked' });
    }
    this.#open.set(key, opened);
    opened.follow();
    sessions.touch(id);
    const profile = sessions.profile(id);
    if (profile) journal.note('web-page-opened', profile, { page, production: environment === 'production' });
    return done;
  }

  /** The session for a page, or why there is none. */
  #usable(id: ProfileId): Result<UsableSession> {
    const { sessions, vault, autoLogout, now } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    if (profile.address.origin === demoOrigin) return fail({ code: 'demo-without-page' });
    const session = sessions.session(id);
    const reason = reasonNotToCopy(session, now(), autoLogout.isOver(id));
    if (reason) return fail(reason);
    const found = vault.find(profile);
    if (found.kind !== 'token' || !hasToken(stableSession(session))) {
      void sessions.dispatch(id, { type: 'secret-moved', secret: 'unreadable' });
      return fail({ code: 'secret-unreadable' });
    }
    const { token } = found;
    return ok({ profile, token: token.reveal(), fingerprint: token.fingerprint });
  }

  #follow({ lock, rows = [], gone = [], language, settings }: StateChange): void {
    if (lock?.kind === 'locked') {
      this.#locks += 1;
      // SECURITY: a page of a server shows and does what its user may, so it does not outlive a lock (0011).
      this.stop();
      return;
    }
    const changed = new Set<ProfileId>([...rows.map(({ profile }) => profile.id), ...gone]);
    for (const open of [...this.#open.values()])
      if (changed.has(open.id) || language !== undefined || settings !== undefined) open.follow();
  }
}
