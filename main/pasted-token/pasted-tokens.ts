import { createHash, randomBytes } from 'node:crypto';
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
import { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';
import { readPastedText } from './token-text.ts';

/** Long enough to read a question and answer it, in ms. */
const lifeMs = 5 * 60_000;

interface Deps {
  readonly sessions: SessionStore;
  readonly vault: Pick<Vault, 'holderOf'>;
  readonly clients: ClientPool;
  readonly logins: Pick<Logins, 'startSession'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'profiles'>;
  readonly clipboard: Pick<Clipboard, 'readText' | 'clear'>;
  /** What this app itself copied last. */
  readonly copies: Pick<SecretClipboard, 'copiedFrom'>;
  readonly confirmations: Confirmations;
  readonly monotonicNow: () => number;
}

interface Held {
  readonly profile: Profile;
  readonly token: Token;
  readonly since: number;
  /** Does it look like a token of FindFace? */
  readonly usual: boolean;
  readonly answer: CheckResponse | null;
}

/** Takes over a token that was made elsewhere, from the clipboard: read here, shown to its server, then kept. */
export class PastedTokens {
  readonly #salt = randomBytes(16);
  #held: Held | null = null;
  #read: string | null = null;
  #attempt = new AbortController();

  constructor(private readonly deps: Deps) {}

  /** Goes as far as it may without asking a person once more. */
  async paste(id: ProfileId, step: PasteStep): Promise<Result<PasteStage>> {
    const profile = this.deps.sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    if (step === 'read') return this.#readFor(profile);
    const held = this.#heldFor(profile);
    if (held === null) return fail({ code: 'pasted-token-gone' });
    return step === 'send' || held.answer === null ? this.#send(held) : this.#keep(held, held.answer);
  }

  /** Forgets what was read and not kept. */
  drop(): void {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    this.#held = null;
    this.#read = null;
  }

  /** Empties the clipboard if what was read is still there; nobody else's text is touched. */
  async clear(): Promise<Result> {
    const { clipboard } = this.deps;
    try {
      if (this.#read !== null && this.#hash(await clipboard.readText()) === this.#read)
        await clipboard.clear();
    } catch {
      return fail({ code: 'clipboard-failed' });
    }
    this.#read = null;
    return done;
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
      // SECURITY: it may be a password, so a person decides in a dialog that main shows itself, not the page (0015, 0022).
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
    // SECURITY: what one place has accepted is kept for that place only (0022).
    if (!this.#isHere(held.profile)) return fail({ code: 'pasted-token-gone' });
    if (!check.ok) {
      const { problem } = check;
      return fail(
        problem.code === 'session-refused' ? { ...problem, code: 'pasted-token-refused' } : problem,
      );
    }
    this.#held = { ...held, answer: check.value };
    const { name, realName } = check.value.user;
    // SECURITY: a token of somebody else is not kept under a profile's name unasked (0015).
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
   * Why a token must not be sent: the app holds it already.
   *
   * SECURITY: a token that one server gave is shown to no other, not even by a wrong click (0015).
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
    // A certificate that was in the way is trusted by now; what nobody has asked about yet may be read once more, too.
    return held.usual && held.answer === null ? { ...held, profile } : null;
  }

  #hash(text: string): string {
    return createHash('sha256').update(this.#salt).update(text).digest('hex');
  }
}

function unusualQuestion({ address }: Profile, length: number): Wording {
  const host = new URL(address.origin).host;
  return ({ unusual, cancel }) => ({
    message: unusual.ask.replace('{{host}}', () => host),
    detail: unusual.detail.replace('{{length}}', () => String(length)),
    confirm: unusual.confirm,
    cancel,
  });
}
