import { createHash, randomBytes } from 'node:crypto';
import type { PasteStage, PasteStep } from '../../contract/pasted-token.ts';
import type { Profile, ProfileId } from '../../contract/profile.ts';
import { done, fail, ok, type Result } from '../../contract/result.ts';
import type { Clipboard } from '../clipboard/clipboard-keeper.ts';
import type { CheckAnswer } from '../servers/server-client.ts';
import { Token } from '../vault/token.ts';
import type { Vault } from '../vault/vault.ts';
import type { Fleet } from './fleet.ts';
import { isSameLogin, isSameUser } from './login-rules.ts';
import { readPastedText } from './pasted-token-rules.ts';
import type { ServerClients } from './server-clients.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** Long enough to read a question and answer it, in ms. */
const lifeMs = 5 * 60_000;

interface Parts {
  readonly fleet: Fleet;
  readonly vault: Pick<Vault, 'find'>;
  readonly clients: ServerClients;
  readonly keeper: Pick<SessionKeeper, 'enter'>;
  readonly clipboard: Pick<Clipboard, 'readText' | 'clear'>;
  readonly elapsed: () => number;
}

interface Held {
  readonly profile: Profile;
  readonly token: Token;
  readonly since: number;
  readonly answer: CheckAnswer | null;
}

/** Takes over a token that was made elsewhere, from the clipboard: read here, shown to its server, then kept. */
export class TokenPaste {
  readonly #parts: Parts;
  readonly #salt = randomBytes(16);
  #held: Held | null = null;
  #read: string | null = null;
  #attempt = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Goes as far as it may without asking a person once more. */
  async paste(id: ProfileId, step: PasteStep): Promise<Result<PasteStage>> {
    const profile = this.#parts.fleet.profile(id);
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
    const { clipboard } = this.#parts;
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
    const copied = await this.#parts.clipboard.readText().catch(() => null);
    if (copied === null) return fail({ code: 'clipboard-failed' });
    const found = readPastedText(copied);
    if (found.kind === 'none') return fail(found.problem);
    this.#read = this.#hash(copied);
    const { elapsed } = this.#parts;
    const held = { profile, token: new Token(found.secret), since: elapsed(), answer: null };
    this.#held = held;
    // SECURITY: a text that is no usual token may be a password; no server sees it before a person agrees (0015).
    return found.usual ? this.#send(held) : ok({ kind: 'unusual', length: found.secret.length });
  }

  async #send(held: Held): Promise<Result<PasteStage>> {
    const { signal } = this.#attempt;
    const client = await this.#parts.clients.of(held.profile);
    const check = await client.check(held.token, signal);
    if (signal.aborted) return fail({ code: 'cancelled' });
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

  async #keep({ profile, token }: Held, { user, skewMs, tookMs }: CheckAnswer): Promise<Result<PasteStage>> {
    const { vault, keeper } = this.#parts;
    this.#held = null;
    // Of the very token that is kept already more is known than a pasted one tells.
    const found = vault.find(profile);
    if (found.kind === 'token' && found.token.reveal() === token.reveal()) return ok({ kind: 'kept' });
    const answer = { token, user, expiresAt: null, skewMs: skewMs ?? 0, tookMs };
    const entered = await keeper.enter(profile.id, { wayIn: 'pasted', ask: async () => ok(answer) });
    return entered.ok ? ok({ kind: 'kept' }) : entered;
  }

  #heldFor(profile: Profile): Held | null {
    const held = this.#held;
    if (held === null || held.profile.id !== profile.id || !isSameLogin(held.profile, profile)) return null;
    return this.#parts.elapsed() - held.since < lifeMs ? held : null;
  }

  #hash(text: string): string {
    return createHash('sha256').update(this.#salt).update(text).digest('hex');
  }
}
