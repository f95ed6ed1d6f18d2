import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MissingKeyring, Sealer } from '../../../contract/state.ts';
import type { Cipher } from '../../../main/vault/crypto/cipher.ts';

const vector = Buffer.alloc(16, 0x20);

/**
 * An in-memory keyring, as weak as the real ones on Linux and macOS: without authentication, so that a wrong key may
 * return garbage.
 */
export class FakeCipher implements Cipher {
  readonly platform: Cipher['platform'];
  /** The tag of the next ciphertext. */
  tag: string;
  ready = true;
  /** How the keyring answers: normally, with an error, or never. */
  mood: 'answers' | 'locked' | 'broken' | 'waits' = 'answers';
  /** Reports every ciphertext as stale. */
  stale = false;
  readonly asked: ('isReady' | 'wrap' | 'unwrap')[] = [];
  #key = randomBytes(16);
  readonly #waiting: (() => void)[] = [];

  constructor(platform: Cipher['platform'] = 'linux') {
    this.platform = platform;
    this.tag = platform === 'linux' ? 'v11' : 'v10';
  }

  /** Loses the key and creates another one. */
  loseKey(): void {
    this.#key = randomBytes(16);
  }

  /** Answers all waiting and all later calls. */
  answerAll(): void {
    this.mood = 'answers';
    for (const answer of this.#waiting.splice(0)) answer();
  }

  async isReady(): Promise<boolean> {
    this.asked.push('isReady');
    return this.ready;
  }

  async wrap(text: string): Promise<Uint8Array> {
    await this.#answer('wrap');
    const cipher = createCipheriv('aes-128-cbc', this.#key, vector);
    return Buffer.concat([Buffer.from(this.tag), cipher.update(text, 'utf8'), cipher.final()]);
  }

  async unwrap(bytes: Uint8Array): Promise<{ text: string; stale: boolean }> {
    await this.#answer('unwrap');
    const decipher = createDecipheriv('aes-128-cbc', this.#key, vector);
    const text = Buffer.concat([decipher.update(bytes.subarray(3)), decipher.final()]).toString('utf8');
    return { text, stale: this.stale };
  }

  sealer(tag: string): Sealer {
    if (this.platform === 'win32') return 'windows-dpapi';
    if (this.platform === 'darwin') return 'macos-keychain';
    return tag === 'v12' ? 'desktop-portal' : 'secret-service';
  }

  missing(): MissingKeyring {
    return 'any';
  }

  async #answer(call: 'wrap' | 'unwrap'): Promise<void> {
    this.asked.push(call);
    if (this.mood === 'locked') throw new Error('safeStorage is temporarily unavailable. Please try again.');
    if (this.mood === 'broken') throw new Error('Error while decrypting the ciphertext.');
    if (this.mood === 'waits') await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
