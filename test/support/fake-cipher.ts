import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MissingKeyring, Sealer } from '../../contract/state.ts';
import type { Cipher } from '../../main/vault/crypto/cipher.ts';

const vector = Buffer.alloc(16, 0x20);

/** A keyring in memory, as weak as the real one on Linux and macOS: without a seal, so a wrong key may give garbage. */
export class FakeCipher implements Cipher {
  readonly platform: Cipher['platform'];
  /** What the next thing wrapped is marked with. */
  tag: string;
  ready = true;
  /** What asking the keyring comes to: an answer, the error of a real one, or waiting for ever. */
  mood: 'answers' | 'locked' | 'broken' | 'waits' = 'answers';
  /** Says of everything that it was wrapped with an old key. */
  stale = false;
  readonly asked: ('isReady' | 'wrap' | 'unwrap')[] = [];
  #key = randomBytes(16);
  readonly #waiting: (() => void)[] = [];

  constructor(platform: Cipher['platform'] = 'linux') {
    this.platform = platform;
    this.tag = platform === 'linux' ? 'v11' : 'v10';
  }

  /** The keyring loses its key and makes another one. */
  loseKey(): void {
    this.#key = randomBytes(16);
  }

  /** Answers everything that waits, and all that comes. */
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
