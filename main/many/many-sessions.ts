import { done, type Result } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import { checksUnderWay, type SessionChecks } from '../checks/session-checks.ts';
import type { Logins } from '../logins/logins.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Runs } from '../state/runs.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'rows' | 'session'>;
  readonly checks: Pick<SessionChecks, 'check'>;
  readonly logins: Pick<Logins, 'logout'>;
  readonly runs: Pick<Runs, 'each'>;
}

const logoutsAtOnce = 4;

/** Checks and ends the sessions of several profiles; each is a run. Profiles without a session are left out. */
export class ManySessions {
  constructor(private readonly deps: Deps) {}

  /** Checks the sessions of all servers but the hidden ones, in list order. */
  checkAll(): Promise<Result> {
    const rows = this.deps.sessions.rows().filter(({ profile }) => !profile.hidden);
    return this.check(rows.map(({ profile }) => profile.id));
  }

  async check(ids: readonly ProfileId[]): Promise<Result> {
    const { checks, runs } = this.deps;
    await runs.each('check', this.#held(ids), checksUnderWay, (id) => checks.check(id));
    return done;
  }

  /** Logs out; a log-out that a server does not confirm stays pending, which its row shows. */
  async logOut(ids: readonly ProfileId[]): Promise<Result> {
    const { logins, runs } = this.deps;
    await runs.each('log-out', this.#held(ids), logoutsAtOnce, (id) => logins.logout(id));
    return done;
  }

  #held(ids: readonly ProfileId[]): readonly ProfileId[] {
    return ids.filter((id) => hasToken(this.deps.sessions.session(id)));
  }
}
