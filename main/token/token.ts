import { createHash } from 'node:crypto';

/** The longest text that is taken for a token; FindFace gives 64 characters. */
export const maxTokenLength = 4096;

// Anything else could break out of the header that carries the token.
const tokenShape = /^[\x21-\x7e]+$/;

/** Tells whether something can be a token: 1 to 4096 printable ASCII characters without blanks. */
export function isTokenText(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.length <= maxTokenLength && tokenShape.test(raw);
}

/**
 * What a server gave to act for a profile; never leaves main.
 *
 * Written to JSON, to a log or to another process it shows its fingerprint at most.
 */
export class Token {
  // SECURITY: a `#` field is invisible to JSON, structured clone and inspection; `private` would not be (0002).
  readonly #secret: string;
  /** First 8 hex digits of the SHA-256: enough to tell two tokens apart, useless to a thief. */
  readonly fingerprint: string;

  /** Throws when the text cannot be a token, without repeating it; ask `isTokenText` first. */
  constructor(secret: string) {
    if (!isTokenText(secret)) throw new Error('Not a token');
    this.#secret = secret;
    this.fingerprint = createHash('sha256').update(secret).digest('hex').slice(0, 8);
  }

  /** The token itself; only for the vault, the server client and the clipboard. */
  reveal(): string {
    return this.#secret;
  }

  toString(): string {
    return `Token ${this.fingerprint}…`;
  }
}
