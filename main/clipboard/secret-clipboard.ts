import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { ClipboardNote } from '../../contract/state.ts';
import { settleWithin } from '../timing/deadline.ts';
import { newSaltedHash } from '../token/token.ts';

/** How long one operation may delay the next. */
const patienceMs = 5_000;

/** What this app uses of the system clipboard. */
export interface Clipboard {
  readText(): Promise<string>;
  /** Writes a secret, marked so that clipboard managers skip it, on systems that have such a mark. */
  writeSecret(text: string): Promise<void>;
  clear(): Promise<void>;
}

interface Deps {
  readonly clipboard: Clipboard;
  readonly now: () => EpochMs;
  /** Reports which of our secrets is on the clipboard; null: none. */
  readonly tell: (note: ClipboardNote | null) => void;
}

/** Puts secrets on the clipboard and clears them later; never clears text that another program copied. */
export class SecretClipboard {
  readonly #hash = newSaltedHash();
  #ours: string | null = null;
  #copiedFrom: ProfileId | null = null;
  #timer: NodeJS.Timeout | null = null;
  #clearsAt: EpochMs | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: Deps) {}

  /** Copies a secret and clears it after `clearAfterSeconds`; null: never. */
  copy(
    secret: string,
    note: Omit<ClipboardNote, 'copiedAt' | 'clearsAt'>,
    clearAfterSeconds: number | null,
  ): Promise<Result> {
    // SECURITY: queued with clearing, so that a copy still running at a lock is cleared after it.
    return this.#inTurn(async () => {
      const before = this.#ours;
      // Only a salted hash is kept, so that no second copy of the secret is in memory.
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

  /** The profile whose header this app copied last, if it is exactly this text; else null. */
  copiedFrom(text: string): ProfileId | null {
    return this.#ours !== null && this.#hash(text) === this.#ours ? this.#copiedFrom : null;
  }

  /** Clears what is overdue after a suspend, during which timers stand still. */
  async catchUp(): Promise<void> {
    if (this.#clearsAt !== null && this.#clearsAt <= this.deps.now()) await this.clear();
  }

  /** Clears our secret if it is still on the clipboard; leaves any other text alone. */
  clear(): Promise<Result> {
    return this.#inTurn(async () => {
      this.#wait(null);
      const ours = this.#ours;
      if (ours === null) return done;
      try {
        if (this.#hash(await this.deps.clipboard.readText()) === ours) await this.deps.clipboard.clear();
      } catch {
        // The secret may still be there, so the note stays and "Clear now" can be retried.
        return fail({ code: 'clipboard-failed' });
      }
      this.#ours = null;
      this.deps.tell(null);
      return done;
    });
  }

  #inTurn(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    // A clipboard that never answers must not block later operations.
    this.#last = settleWithin(patienceMs, result);
    return result;
  }

  #wait(seconds: number | null): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = seconds === null ? null : setTimeout(() => void this.clear(), seconds * 1_000);
  }
}
