import { createHash, randomBytes } from 'node:crypto';
import { done, fail, type Result } from '../../contract/result.ts';
import type { ClipboardNote } from '../../contract/state.ts';
import type { EpochMs } from '../../contract/time.ts';

/** The system clipboard, as far as this app needs it. */
export interface Clipboard {
  readText(): Promise<string>;
  /** Writes a secret text, marked so that clipboard histories leave it out where the system knows such a mark. */
  writeSecret(text: string): Promise<void>;
  clear(): Promise<void>;
}

interface Parts {
  readonly clipboard: Clipboard;
  readonly now: () => EpochMs;
  /** Tells what of ours is on the clipboard; null: nothing. */
  readonly tell: (note: ClipboardNote | null) => void;
}

/** Puts secrets on the clipboard and takes them off again, but never what someone else put there. */
export class ClipboardKeeper {
  readonly #parts: Parts;
  readonly #salt = randomBytes(16);
  #ours: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #clearsAt: EpochMs | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Copies a secret; after `clearAfterSeconds` it is taken off again, unless that is null. */
  async copy(
    secret: string,
    note: Omit<ClipboardNote, 'copiedAt' | 'clearsAt'>,
    clearAfterSeconds: number | null,
  ): Promise<Result> {
    try {
      await this.#parts.clipboard.writeSecret(secret);
    } catch {
      return fail({ code: 'clipboard-failed' });
    }
    // Only a salted hash is remembered, so that the app's memory holds no second copy of the secret.
    this.#ours = this.#hash(secret);
    const copiedAt = this.#parts.now();
    const clearsAt = clearAfterSeconds === null ? null : copiedAt + clearAfterSeconds * 1_000;
    this.#clearsAt = clearsAt;
    this.#parts.tell({ ...note, copiedAt, clearsAt });
    this.#wait(clearAfterSeconds);
    return done;
  }

  /** Clears what should have gone while the computer slept, since timers stand still then. */
  async catchUp(): Promise<void> {
    if (this.#clearsAt !== null && this.#clearsAt <= this.#parts.now()) await this.clear();
  }

  /** Takes our secret off the clipboard, if it is still there; does nothing to anything else. */
  async clear(): Promise<Result> {
    this.#wait(null);
    const ours = this.#ours;
    if (ours === null) return done;
    try {
      if (this.#hash(await this.#parts.clipboard.readText()) === ours) await this.#parts.clipboard.clear();
    } catch {
      // Still ours as far as anyone knows: the note stays, so that "Clear now" can be tried again.
      return fail({ code: 'clipboard-failed' });
    }
    // A copy made while the clipboard was being read has its own note and its own timer.
    if (this.#ours !== ours) return done;
    this.#ours = null;
    this.#parts.tell(null);
    return done;
  }

  #wait(seconds: number | null): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = seconds === null ? null : setTimeout(() => void this.clear(), seconds * 1_000);
  }

  #hash(text: string): string {
    return createHash('sha256').update(this.#salt).update(text).digest('hex');
  }
}
