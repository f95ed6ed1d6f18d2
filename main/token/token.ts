import { createHash, randomBytes } from 'node:crypto';

/** Maximum length in characters; FindFace's tokens have 64. */
export const maxTokenLength = 4096;

// Other characters could break out of the header.
const tokenShape = /^[\x21-\x7e]+$/;

/** Whether a value can be a token: 1 to 4096 printable ASCII characters without spaces. */
export function isTokenText(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.length <= maxTokenLength && tokenShape.test(raw);
}

/** A hash function with a random salt, for comparing secrets without a second copy of them in memory. */
export function newSaltedHash(): (text: string) => string {
  const salt = randomBytes(16);
  return (text) => createHash('sha256').update(salt).update(text).digest('hex');
}

/**
 * A token; never leaves main.
 *
 * Serialized as JSON, logged or cloned to another process it shows its fingerprint at most.
 */
export class Token {
  // SECURITY: `#` fields are not visible to JSON, structured clone and `util.inspect`; `private` ones are (0002).
  readonly #secret: string;
  /** The first 8 hexadecimal digits of the SHA-256: enough to distinguish tokens, useless for an attack. */
  readonly fingerprint: string;

  /** Throws for a text that cannot be a token, without repeating it; check with `isTokenText` first. */
  constructor(secret: string) {
    if (!isTokenText(secret)) throw new Error('Not a token');
    this.#secret = secret;
    this.fingerprint = createHash('sha256').update(secret).digest('hex').slice(0, 8);
  }

  /** The token as text; only for the vault, the API client and the clipboard. */
  reveal(): string {
    return this.#secret;
  }

  toString(): string {
    return `Token ${this.fingerprint}…`;
  }
}
