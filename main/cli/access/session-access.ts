import { fail, type Result } from '../../../contract/core/result.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import type { AutoLogout } from '../../auto-logout/auto-logout.ts';
import type { SessionStore } from '../../sessions/session-store.ts';
import { tokenForPrograms } from '../../sessions/token-for-programs.ts';
import { SerialQueue } from '../../timing/serial-queue.ts';
import type { Token } from '../../token/token.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Caller } from '../caller/caller.ts';
import { type PermissionSpan, Permissions } from './permissions.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'session'>;
  readonly vault: Pick<Vault, 'find'>;
  readonly autoLogout: Pick<AutoLogout, 'isOver'>;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
  /** Asks a person, in a dialog of main; null: refused, or nobody answered. */
  readonly ask: (profile: Profile, caller: Caller, over: AbortSignal) => Promise<PermissionSpan | null>;
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
  readonly permissions = new Permissions();
  readonly #questions = new SerialQueue();
  readonly #open = new Map<string, Question>();

  constructor(private readonly deps: Deps) {}

  /**
   * The token of a profile for a program, the problem of the session, or `refused` if no person allowed it. `gone` ends
   * the question.
   */
  async token(id: ProfileId, caller: Caller, gone: AbortSignal): Promise<Result<Token> | 'refused'> {
    const usable = tokenForPrograms(this.deps, id);
    if (!usable.ok) return usable;
    const profile = this.deps.sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const { identity } = caller;
    const known = this.permissions.verdict(identity, id, this.deps.monotonicNow());
    // SECURITY: a program of which no person has said that it may read gets nothing (0052).
    if (!(known ?? (await this.#isPermitted(profile, caller, gone)))) return 'refused';
    // What changed while the question was open counts.
    return this.deps.sessions.profile(id) === profile
      ? tokenForPrograms(this.deps, id)
      : fail({ code: 'profile-gone' });
  }

  /** Ends all permissions and questions. */
  lock(): void {
    this.permissions.clear();
    for (const { over } of this.#open.values()) over.abort();
  }

  /** One question for all processes of a program that wait for the same token. */
  async #isPermitted(profile: Profile, caller: Caller, gone: AbortSignal): Promise<boolean> {
    if (gone.aborted) return false;
    const key = `${profile.id} ${caller.identity ?? `process ${caller.pid}`}`;
    const question = this.#open.get(key) ?? this.#begin(key, profile, caller);
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

  #begin(key: string, profile: Profile, caller: Caller): Question {
    const over = new AbortController();
    const answer = this.#questions
      .run(() => this.#ask(profile, caller, over))
      .finally(() => this.#open.delete(key));
    const question = { over, answer, waiting: 0 };
    this.#open.set(key, question);
    return question;
  }

  async #ask(profile: Profile, caller: Caller, over: AbortController): Promise<boolean> {
    const { ask, monotonicNow } = this.deps;
    const { identity } = caller;
    const known = this.permissions.verdict(identity, profile.id, monotonicNow());
    if (known !== null || over.signal.aborted) return known ?? false;
    const timer = setTimeout(() => over.abort(), askedMs);
    const span = await ask(profile, caller, over.signal).finally(() => clearTimeout(timer));
    // A question that nobody answered decides nothing.
    if (over.signal.aborted) return false;
    if (identity !== null && span === null) this.permissions.refuse(identity, profile.id, monotonicNow());
    if (identity !== null && (span === 'hour' || span === 'until-lock'))
      this.permissions.give(identity, profile.id, span, monotonicNow());
    return span !== null;
  }
}
