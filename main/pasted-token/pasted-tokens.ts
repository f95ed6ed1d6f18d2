import type { FaceProblem } from '../../contract/core/face-problem.ts';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { PasteStage, PasteStep } from '../../contract/sessions/pasted-token.ts';
import type { Clipboard, SecretClipboard } from '../clipboard/secret-clipboard.ts';
import type { Confirmations, Wording } from '../confirmations/confirmation.ts';
import type { Logins } from '../logins/logins.ts';
import type { CheckResponse } from '../servers/api-client.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import { isSameLogin, isSameUser } from '../sessions/login-rules.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import { isSameServer } from '../sessions/same-connection.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { newSaltedHash, Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';
import { readPastedText } from './token-text.ts';

/** Time to read and answer the question, in ms. */
const lifeMs = 5 * 60_000;

interface Deps {
  readonly sessions: SessionStore;
  readonly vault: Pick<Vault, 'holderOf'>;
  readonly clients: ClientPool;
  readonly logins: Pick<Logins, 'startSession'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'profiles'>;
  readonly clipboard: Pick<Clipboard, 'readText'>;
  /** The header that this app copied last, and the turn to clear something. */
  readonly copies: Pick<SecretClipboard, 'copiedFrom' | 'clearForeign'>;
  readonly confirmations: Confirmations;
  readonly monotonicNow: () => number;
}

interface Held {
  readonly profile: Profile;
  readonly token: Token;
  readonly since: number;
  /** Whether it has the form of a FindFace token. */
  readonly usual: boolean;
  readonly answer: CheckResponse | null;
}

/** Takes a token from the clipboard instead of logging in: reads it, checks it at its server, then stores it. */
export class PastedTokens {
  readonly #hash = newSaltedHash();
  #held: Held | null = null;
  #read: string | null = null;
  #attempt = new AbortController();

  constructor(private readonly deps: Deps) {}

  /** Continues until it is done or the person has to answer a question. */
  async paste(id: ProfileId, step: PasteStep): Promise<Result<PasteStage>> {
    const profile = this.deps.sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    if (step === 'read') return this.#readFor(profile);
    const held = this.#heldFor(profile);
    if (held === null) return fail({ code: 'pasted-token-gone' });
    return step === 'send' || held.answer === null ? this.#send(held) : this.#keep(held, held.answer);
  }

  /** Drops a token that was read but not stored. */
  drop(): void {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    this.#held = null;
    this.#read = null;
  }

  /** Clears the clipboard if the text that was read is still there. */
  async clear(): Promise<Result> {
    const read = this.#read;
    if (read === null) return done;
    const cleared = await this.deps.copies.clearForeign((text) => this.#hash(text) === read);
    if (cleared.ok) this.#read = null;
    return cleared;
  }

  async #readFor(profile: Profile): Promise<Result<PasteStage>> {
    this.drop();
    const copied = await this.deps.clipboard.readText().catch(() => null);
    if (copied === null) return fail({ code: 'clipboard-failed' });
    const found = readPastedText(copied);
    if (found.kind === 'none') return fail(found.problem);
    this.#read = this.#hash(copied);
    const { monotonicNow, copies } = this.deps;
    const { secret, usual } = found;
    const held: Held = { profile, token: new Token(secret), since: monotonicNow(), usual, answer: null };
    const refusal = this.#refusal(held, copies.copiedFrom(copied));
    if (refusal) return fail(refusal);
    if (!usual) {
      const { signal } = this.#attempt;
      // SECURITY: it may be a password, so main asks the person in a system dialog, not the page (0015, 0022).
      const confirmed = await this.deps.confirmations.ask(unusualQuestion(profile, secret.length));
      if (!confirmed || signal.aborted) return fail({ code: 'cancelled' });
    }
    this.#held = held;
    return this.#send(held);
  }

  async #send(held: Held): Promise<Result<PasteStage>> {
    const { signal } = this.#attempt;
    if (!this.#isHere(held.profile)) return fail({ code: 'pasted-token-gone' });
    const refusal = this.#refusal(held);
    if (refusal) return fail(refusal);
    const client = await this.deps.clients.of(held.profile);
    const check = await client.check(held.token, signal);
    if (signal.aborted) return fail({ code: 'cancelled' });
    // SECURITY: a token that one server accepted is stored for that server only (0022).
    if (!this.#isHere(held.profile)) return fail({ code: 'pasted-token-gone' });
    if (!check.ok) {
      const { problem } = check;
      return fail(
        problem.code === 'session-refused' ? { ...problem, code: 'pasted-token-refused' } : problem,
      );
    }
    this.#held = { ...held, answer: check.value };
    const { name, realName } = check.value.user;
    // SECURITY: a token of another user is stored under this profile only if the person agrees (0015).
    if (!isSameUser(name, held.profile.userName)) return ok({ kind: 'other-user', userName: name, realName });
    return this.#keep(held, check.value);
  }

  async #keep(
    { profile, token }: Held,
    { user, skewMs, tookMs }: CheckResponse,
  ): Promise<Result<PasteStage>> {
    this.#held = null;
    const answer = { token, user, expiresAt: null, skewMs: skewMs ?? 0, tookMs };
    const entered = await this.deps.logins.startSession(profile.id, {
      wayIn: 'pasted',
      ask: async () => ok(answer),
    });
    return entered.ok ? ok({ kind: 'kept' }) : entered;
  }

  /**
   * Why a token must not be sent: the app already has it.
   *
   * SECURITY: a token from one server is never sent to another, not even by a wrong click (0015).
   */
  #refusal({ profile, token }: Held, copiedFrom: ProfileId | null = null): FaceProblem | null {
    const { sessions, vault, pendingLogouts } = this.deps;
    const profiles = [...sessions.rows().map((row) => row.profile), ...pendingLogouts.profiles()];
    const holder = vault.holderOf(token, profiles) ?? copiedFrom;
    if (holder === null) return null;
    if (holder === profile.id) return { code: 'pasted-token-own' };
    const other = sessions.profile(holder);
    return { code: 'pasted-token-of-other', other: other?.name ?? '–', otherUser: other?.userName ?? '–' };
  }

  #isHere(profile: Profile): boolean {
    const present = this.deps.sessions.profile(profile.id);
    return present !== undefined && isSameServer(profile, present);
  }

  #heldFor(profile: Profile): Held | null {
    const held = this.#held;
    if (held === null || held.profile.id !== profile.id || !isSameLogin(held.profile, profile)) return null;
    if (this.deps.monotonicNow() - held.since >= lifeMs) return null;
    if (isSameServer(held.profile, profile)) return held;
    // The certificate was confirmed meanwhile, so the token may be sent; `usual` tokens need no further question.
    return held.usual && held.answer === null ? { ...held, profile } : null;
  }
}

function unusualQuestion(profile: Profile, length: number): Wording {
  return (t, shown) => ({
    message: t('native:confirmations.unusual.ask', {
      host: new URL(shown.profile(profile).address.origin).host,
    }),
    detail: t('native:confirmations.unusual.detail', { count: length }),
    confirm: t('native:confirmations.unusual.confirm'),
    cancel: t('native:confirmations.cancel'),
  });
}
