import { done, fail, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { needsFace } from '../../contract/profiles/server-info.ts';
import {
  type BulkEntry,
  type BulkLoginCalls,
  type BulkOutcome,
  type BulkSkip,
  mayBeDomainAccount,
} from '../../contract/sessions/bulk-login.ts';
import type { Logins } from '../logins/logins.ts';
import { isSameLogin, passwordProblem } from '../sessions/login-rules.ts';
import type { LiveState } from '../state/live-state.ts';
import {
  type Candidate,
  type Learned,
  learnedFrom,
  nothingLearned,
  outcomeOf,
  whyNot,
} from './bulk-login-policy.ts';

type Request = Parameters<BulkLoginCalls['beginBulkLogin']>[0];

interface Deps {
  readonly live: Pick<LiveState, 'read' | 'row' | 'change'>;
  readonly logins: Pick<Logins, 'login' | 'cancelLogin'>;
}

interface Run {
  readonly userName: string;
  /** The profiles as they were when the password was typed. */
  readonly profiles: readonly Profile[];
  readonly outcomes: Map<ProfileId, BulkOutcome>;
  /** Null as soon as it must not be sent any more. */
  password: string | null;
  learned: Learned;
  /** Whether a user belongs to a domain. Before a server has said so, it is assumed that others may. */
  readonly hasDomain: boolean;
  /** The profile whose log-in is running. */
  at: ProfileId | null;
}

/** Logs in to several servers with one password, one after another; stops at the first rejection. */
export class BulkLogins {
  #run: Run | null = null;

  constructor(private readonly deps: Deps) {}

  /** Starts a run; its progress is in the state. */
  begin({ userName, profileIds, password, domainAgreed }: Request): Result {
    if (this.deps.live.read().lock.kind === 'locked') return fail({ code: 'locked' });
    if (this.#isRunning) return fail({ code: 'bulk-login-under-way' });
    const problem = passwordProblem(password);
    if (problem) return fail(problem);
    const rows = profileIds.flatMap((id) => this.deps.live.row(id) ?? []);
    if (rows.length === 0) return fail({ code: 'profile-gone' });
    // SECURITY: one typing mistake can lock a domain account on all servers, so the user has to agree first (0021).
    const hasDomain = rows.some(mayBeDomainAccount);
    if (hasDomain && !domainAgreed) return fail({ code: 'domain-not-agreed' });
    const profiles = rows.map(({ profile }) => profile);
    const outcomes = new Map(profiles.map(({ id }) => [id, { kind: 'waiting' } as BulkOutcome]));
    const run: Run = {
      ...{ userName, profiles, outcomes, password, hasDomain },
      learned: nothingLearned,
      at: null,
    };
    this.#run = run;
    void this.#work(run).finally(() => {
      run.password = null;
    });
    return done;
  }

  /** Whether a password is in memory that may still be sent. */
  get holdsPassword(): boolean {
    return this.#run !== null && this.#run.password !== null;
  }

  /** Stops the run, drops the password and aborts the log-in that is running. */
  stop(why: BulkSkip = 'cancelled'): void {
    const run = this.#run;
    if (!run || !this.holdsPassword) return;
    run.password = null;
    run.learned = { ...run.learned, stopped: run.learned.stopped ?? why };
    if (run.at !== null) this.deps.logins.cancelLogin(run.at);
  }

  /** Stops the run and drops its results. */
  close(): void {
    this.stop();
    if (this.#run === null) return;
    this.#run = null;
    this.deps.live.change({ bulkLogin: null });
  }

  get #isRunning(): boolean {
    return this.#run !== null && isOpen(this.#run);
  }

  async #work(run: Run): Promise<void> {
    for (const profile of run.profiles) {
      const skip = this.#whyNot(run, profile);
      if (skip) this.#tell(run, profile, { kind: 'skipped', why: skip });
      else await this.#logIn(run, profile);
    }
  }

  async #logIn(run: Run, profile: Profile): Promise<void> {
    const { password } = run;
    if (password === null) return;
    const candidate = this.#candidate(run, profile);
    run.at = profile.id;
    this.#tell(run, profile, { kind: 'logging-in' });
    const result = await this.deps.logins.login(profile.id, password, null);
    run.at = null;
    run.learned = learnedFrom(run.learned, candidate, result);
    // SECURITY: the password is dropped as soon as it must not be sent any more (0021).
    if (run.learned.stopped !== null) run.password = null;
    this.#tell(run, profile, outcomeOf(result));
  }

  /** Why this profile is skipped, checked again just before its log-in. */
  #whyNot(run: Run, before: Profile): BulkSkip | null {
    const row = this.deps.live.row(before.id);
    const learned = whyNot(run.learned, this.#candidate(run, before));
    if (learned) return learned;
    if (!row) return 'removed';
    // SECURITY: the password was typed for this user at this server, and is sent for no other (0021).
    if (row.profile.userName !== run.userName || !isSameLogin(before, row.profile)) return 'changed';
    return row.server !== null && needsFace(row.server) ? 'face-needed' : null;
  }

  #candidate({ hasDomain }: Run, { id, address }: Profile): Candidate {
    const row = this.deps.live.row(id);
    const isDomainAccount =
      row !== undefined && (mayBeDomainAccount(row) || (hasDomain && row.user === null));
    return { origin: address.origin, isDomainAccount };
  }

  #tell(run: Run, { id }: Profile, outcome: BulkOutcome): void {
    run.outcomes.set(id, outcome);
    if (this.#run !== run) return;
    const entries: readonly BulkEntry[] = run.profiles.map((profile) => ({
      profileId: profile.id,
      name: profile.name,
      outcome: run.outcomes.get(profile.id) ?? { kind: 'waiting' },
    }));
    this.deps.live.change({ bulkLogin: { userName: run.userName, isRunning: isOpen(run), entries } });
  }
}

function isOpen({ outcomes }: Run): boolean {
  return [...outcomes.values()].some(({ kind }) => kind === 'waiting' || kind === 'logging-in');
}
