import { createHash, randomBytes } from 'node:crypto';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { ClipboardNote } from '../../contract/state.ts';
import { settleWithin } from '../timing/deadline.ts';

/** How long one thing may keep the next one waiting. */
const patienceMs = 5_000;

/** The system clipboard, as far as this app needs it. */
export interface Clipboard {
  readText(): Promise<string>;
  /** Writes a secret text, marked so that clipboard histories leave it out where the system knows such a mark. */
  writeSecret(text: string): Promise<void>;
  clear(): Promise<void>;
}

interface Deps {
  readonly clipboard: Clipboard;
  readonly now: () => EpochMs;
  /** Tells what of ours is on the clipboard; null: nothing. */
  readonly tell: (note: ClipboardNote | null) => void;
}

/** Puts secrets on the clipboard and takes them off again, but never what someone else put there. */
export class SecretClipboard {
  readonly #salt = randomBytes(16);
  #ours: string | null = null;
  #copiedFrom: ProfileId | null = null;
  #timer: NodeJS.Timeout | null = null;
  #clearsAt: EpochMs | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: Deps) {}

  /** Copies a secret; after `clearAfterSeconds` it is taken off again, unless that is null. */
  copy(
    secret: string,
    note: Omit<ClipboardNote, 'copiedAt' | 'clearsAt'>,
    clearAfterSeconds: number | null,
  ): Promise<Result> {
    // SECURITY: in turn with clearing, so that a copy that is on its way at a lock is taken off again after it.
    return this.#inTurn(async () => {
      const before = this.#ours;
      // Only a salted hash is remembered, so that the app's memory holds no second copy of the secret.
      this.#ours = this.#hash(secret);
      this.#copiedFrom = note.profileId;
      try {
        await this.deps.clipboard.writeSecret(secret);
      } catch {
        this.#ours = before;
        return fail({ code: 'clipboard-failed' });
      }
      const copiedAt = this.deps.now();
      const clearsAt = clearAfterSeconds === null ? null : copiedAt + clearAfterSeconds * 1_000;
      this.#clearsAt = clearsAt;
      this.deps.tell({ ...note, copiedAt, clearsAt });
      this.#wait(clearAfterSeconds);
      return done;
    });
  }

  /** The profile from which this app itself copied this very text last; null for any other text. */
  copiedFrom(text: string): ProfileId | null {
    return this.#ours !== null && this.#hash(text) === this.#ours ? this.#copiedFrom : null;
  }

  /** Clears what should have gone while the computer slept, since timers stand still then. */
  async catchUp(): Promise<void> {
    if (this.#clearsAt !== null && this.#clearsAt <= this.deps.now()) await this.clear();
  }

  /** Takes our secret off the clipboard, if it is still there; does nothing to anything else. */
  clear(): Promise<Result> {
    return this.#inTurn(async () => {
      this.#wait(null);
      const ours = this.#ours;
      if (ours === null) return done;
      try {
        if (this.#hash(await this.deps.clipboard.readText()) === ours) await this.deps.clipboard.clear();
      } catch {
        // Still ours as far as anyone knows: the note stays, so that "Clear now" can be tried again.
        return fail({ code: 'clipboard-failed' });
      }
      this.#ours = null;
      this.deps.tell(null);
      return done;
    });
  }

  #inTurn(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    // A clipboard that never answers must not stop every later copy.
    this.#last = settleWithin(patienceMs, result);
    return result;
  }

  #wait(seconds: number | null): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = seconds === null ? null : setTimeout(() => void this.clear(), seconds * 1_000);
  }

  #hash(text: string): string {
    return createHash('sha256').update(this.#salt).update(text).digest('hex');
  }
}
