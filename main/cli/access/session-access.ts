import { done, fail, ok, type Result } from '../../../contract/core/result.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import type { ProgramAccess, TokenUse } from '../../../contract/sessions/program-access.ts';
import type { AutoLogout } from '../../auto-logout/auto-logout.ts';
import type { SessionStore } from '../../sessions/session-store.ts';
import { tokenForPrograms } from '../../sessions/token-for-programs.ts';
import { SerialQueue } from '../../timing/serial-queue.ts';
import { WakeTimer } from '../../timing/wake-timer.ts';
import type { Token } from '../../token/token.ts';
import type { Vault } from '../../vault/vault.ts';
import { type Caller, callerName } from '../caller/caller.ts';
import { KeptPermissions } from './kept-permissions.ts';
import { type PermissionSpan, Permissions, reachOf } from './permissions.ts';

/** What a program wants to do with which token. */
export interface Wanted {
  readonly profile: Profile;
  readonly use: TokenUse;
  readonly caller: Caller;
  /** Whether a permission can be kept in the vault. */
  readonly mayKeep: boolean;
  /** How many other questions wait behind this one. */
  readonly waiting: number;
}

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'session'>;
  readonly vault: Pick<Vault, 'find' | 'programs' | 'keepPrograms' | 'storage'>;
  readonly profiles: () => readonly Profile[];
  readonly autoLogout: Pick<AutoLogout, 'isOver'>;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
  /** Called with the permissions in force when they change. */
  readonly changed: (inForce: readonly ProgramAccess[]) => void;
  /** Asks a person, in a dialog of main; null: refused, or nobody answered. */
  readonly ask: (wanted: Wanted, over: AbortSignal) => Promise<PermissionSpan | null>;
}

/** How long a person is asked, in ms. */
const askedMs = 120_000;

interface Question {
  readonly over: AbortController;
  readonly answer: Promise<boolean>;
  waiting: number;
}

/** Gives tokens to the programs that may have them. */
export class SessionAccess {
  readonly #permissions = new Permissions();
  readonly #kept: KeptPermissions;
  readonly #questions = new SerialQueue();
  readonly #open = new Map<string, Question>();
  readonly #timer: WakeTimer;

  constructor(private readonly deps: Deps) {
    this.#kept = new KeptPermissions(deps.vault);
    this.#timer = new WakeTimer(deps.now, () => this.#tell());
  }

  /** Reads the permissions in the vault, once it is open. */
  load(): void {
    this.#kept.load(this.deps.profiles());
    this.#tell();
  }

  /**
   * The token of a profile for a program, the problem of the session, or `refused` if no person allowed it. `gone` ends
   * the question.
   */
  async token(
    id: ProfileId,
    use: TokenUse,
    caller: Caller,
    gone: AbortSignal,
  ): Promise<Result<Token> | 'refused'> {
    const usable = tokenForPrograms(this.deps, id);
    if (!usable.ok) return usable;
    const profile = this.deps.sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const wanted = { profile, use, caller, mayKeep: this.deps.vault.storage.kind === 'sealed', waiting: 0 };
    // SECURITY: a program of which no person has said that it may read gets nothing (0052).
    if (!(this.#verdict(wanted) ?? (await this.#isPermitted(wanted, gone)))) return 'refused';
    // What changed while the question was open counts.
    return this.deps.sessions.profile(id) === profile
      ? tokenForPrograms(this.deps, id)
      : fail({ code: 'profile-gone' });
  }

  /** Ends a permission; returns the profile that it was for, or why the vault still has it. */
  async end(id: string): Promise<Result<ProfileId | null>> {
    const kept = this.#kept.list().find((one) => one.id === id);
    const profile = kept && this.deps.sessions.profile(kept.profileId);
    const ended = profile ? await this.#kept.end(id, profile) : done;
    const profileId = profile?.id ?? this.#permissions.end(id);
    this.#tell();
    return ended.ok ? ok(profileId) : ended;
  }

  /** SECURITY: ends those of a profile that leads to another server or user now (0052). */
  follow(profile: Profile): void {
    const isLess = this.#permissions.follow(profile.id, reachOf(profile));
    if (this.#kept.follow(profile) || isLess) this.#tell();
  }

  /** Ends those of a removed profile. */
  forget(id: ProfileId): void {
    this.#permissions.forget(id);
    this.#kept.forget(id);
    this.#tell();
  }

  /** Ends all permissions and questions; those in the vault stay there. */
  lock(): void {
    this.#permissions.clear();
    this.#kept.clear();
    this.#tell();
    for (const { over } of this.#open.values()) over.abort();
  }

  #tell(): void {
    const { now, monotonicNow, changed } = this.deps;
    const ahead = now() - monotonicNow();
    const inForce = this.#permissions
      .list(monotonicNow())
      .map(({ until, identity: _identity, reach: _reach, ...shown }) => ({
        ...shown,
        until: Math.round(until + ahead),
      }));
    changed([...inForce, ...this.#kept.list()]);
    this.#timer.set(inForce.length === 0 ? null : Math.min(...inForce.map(({ until }) => until)));
  }

  #verdict({ profile, use, caller }: Wanted): boolean | null {
    const { identity } = caller;
    const known = this.#permissions.verdict(identity, profile.id, use, this.deps.monotonicNow());
    return known ?? (this.#kept.permits(identity, profile, use) || null);
  }

  /** One question for all processes of a program that wait for the same token. */
  async #isPermitted(wanted: Wanted, gone: AbortSignal): Promise<boolean> {
    if (gone.aborted) return false;
    const { profile, use, caller } = wanted;
    const key = `${use} ${profile.id} ${caller.identity ?? `process ${caller.pid}`}`;
    const question = this.#open.get(key) ?? this.#begin(key, wanted);
    question.waiting += 1;
    const left = () => {
      question.waiting -= 1;
      if (question.waiting === 0) question.over.abort();
    };
    gone.addEventListener('abort', left, { once: true });
    const permitted = await question.answer;
    gone.removeEventListener('abort', left);
    return permitted && !gone.aborted;
  }

  #begin(key: string, wanted: Wanted): Question {
    const over = new AbortController();
    const answer = this.#questions.run(() => this.#ask(wanted, over)).finally(() => this.#open.delete(key));
    const question = { over, answer, waiting: 0 };
    this.#open.set(key, question);
    return question;
  }

  async #ask(wanted: Wanted, over: AbortController): Promise<boolean> {
    const { ask, monotonicNow } = this.deps;
    const { profile, use } = wanted;
    const { identity } = wanted.caller;
    const known = this.#verdict(wanted);
    if (known !== null || over.signal.aborted) return known ?? false;
    const timer = setTimeout(() => over.abort(), askedMs);
    const waiting = this.#open.size - 1;
    const span = await ask({ ...wanted, waiting }, over.signal).finally(() => clearTimeout(timer));
    // A question that nobody answered decides nothing.
    if (over.signal.aborted) return false;
    const about = { profileId: profile.id, use };
    if (span === null) this.#permissions.refuse({ ...about, identity }, monotonicNow());
    else if (span !== 'once' && identity !== null) {
      const program = callerName(wanted.caller);
      const isKept = span === 'always' && (await this.#kept.give(profile, { identity, program, use })).ok;
      // SECURITY: a lock that came meanwhile has ended it (0052).
      if (over.signal.aborted) return false;
      const given = { ...about, identity, program, reach: reachOf(profile) };
      // What the vault could not be given lasts until the next lock.
      if (!isKept) this.#permissions.give(given, span === 'hour' ? 'hour' : 'until-lock', monotonicNow());
      this.#tell();
    }
    return span !== null;
  }
}
