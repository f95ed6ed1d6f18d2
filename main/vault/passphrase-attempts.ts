import { fail, ok, type Result } from '../../contract/core/result.ts';
import { delayAfter } from './crypto/passphrase.ts';

/** Counts wrong passphrases and delays further attempts; a correct one resets the count. */
export class PassphraseAttempts {
  readonly #now: () => number;
  #wrong = 0;
  #notBefore = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Runs an attempt, unless the delay has not passed yet; `attempt` resolves with null for a wrong passphrase. */
  async try<Value>(attempt: () => Promise<Value | null>): Promise<Result<Value>> {
    const waitMs = this.#notBefore - this.#now();
    // A clock that was set back must not extend the delay beyond its maximum.
    if (waitMs > 0 && waitMs <= delayAfter(Number.MAX_SAFE_INTEGER))
      return fail({ code: 'passphrase-later', seconds: Math.ceil(waitMs / 1_000) });
    const value = await attempt();
    if (value !== null) {
      this.#wrong = 0;
      return ok(value);
    }
    this.#wrong += 1;
    this.#notBefore = this.#now() + delayAfter(this.#wrong);
    return fail({ code: 'passphrase-wrong' });
  }
}
