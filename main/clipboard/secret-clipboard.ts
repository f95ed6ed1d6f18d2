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
  /** The text on it; null if that cannot be known at present. */
  readText(): Promise<string | null>;
  /**
   * Writes a secret, marked so that clipboard managers skip it, on systems that have such a mark. Throws unless the text
   * is there.
   */
  writeSecret(text: string): Promise<void>;
  /** Throws unless it is empty afterwards. */
  clear(): Promise<void>;
}

/** Thrown by a clipboard that only a window with the focus can change. */
export class ClipboardOutOfReach extends Error {}

/** What is known of a secret that is copied. */
type CopyFacts = Omit<ClipboardNote, 'copiedAt' | 'clearsAt' | 'overdue'>;

interface Deps {
  readonly clipboard: Clipboard;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
  /** Reports which of our secrets is on the clipboard; null: none. */
  readonly tell: (note: ClipboardNote | null) => void;
}

/** One of our secrets that may be on the clipboard. */
interface Copied {
  /** Only a salted hash is kept, so that no second copy of the secret is in memory. */
  readonly hash: string;
  readonly note: ClipboardNote;
  /** By the monotonic clock; null: never. */
  readonly dueAt: number | null;
}

/**
 * Puts secrets on the clipboard and clears them later; never clears text that another program copied. Whatever changes the
 * clipboard waits here for its turn.
 */
export class SecretClipboard {
  readonly #hash = newSaltedHash();
  #ours: Copied | null = null;
  #timer: NodeJS.Timeout | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #turn = 0;

  constructor(private readonly deps: Deps) {}

  /** Copies a secret and clears it after `clearAfterSeconds`; null: never. */
  copy(secret: string, about: CopyFacts, clearAfterSeconds: number | null): Promise<Result> {
    // SECURITY: queued with clearing, so that a copy still running at a lock is cleared after it.
    return this.#inTurn(async () => {
      const before = this.#ours;
      const mine = this.#copied(secret, about, clearAfterSeconds);
      this.#ours = mine;
      try {
        await this.deps.clipboard.writeSecret(secret);
      } catch (error) {
        if (this.#ours === mine) this.#ours = before;
        return failed(error);
      }
      if (this.#ours !== mine) {
        // SECURITY: later operations waited no longer for this one, so its text is there after a lock or another copy.
        this.#ours = mine;
        void this.clear();
        return fail({ code: 'clipboard-failed' });
      }
      this.deps.tell(mine.note);
      this.#wait(clearAfterSeconds);
      return done;
    });
  }

  /** The profile whose header this app copied last, if it is exactly this text; else null. */
  copiedFrom(text: string): ProfileId | null {
    return this.#ours !== null && this.#hash(text) === this.#ours.hash ? this.#ours.note.profileId : null;
  }

  /**
   * Clears what should have been cleared: because the computer slept, during which timers stand still, or because the
   * clipboard could not be changed then. Called when either may be over.
   */
  async catchUp(): Promise<void> {
    if (this.#ours === null) return;
    const { dueAt, note } = this.#ours;
    // By both clocks: one stands still during sleep on some systems, the other can be set back.
    const isDue = dueAt !== null && dueAt <= this.deps.monotonicNow();
    const isPast = note.clearsAt !== null && note.clearsAt <= this.deps.now();
    if (note.overdue || isDue || isPast) await this.clear();
  }

  /** Clears our secret if it is still on the clipboard; leaves any other text alone. */
  clear(): Promise<Result> {
    return this.#inTurn(async () => {
      const ours = this.#ours;
      if (ours === null) return done;
      try {
        await this.#clearIf((text) => this.#hash(text) === ours.hash);
      } catch (error) {
        // The secret may still be there, so the note stays.
        if (this.#ours === ours) this.#postpone(ours);
        return failed(error);
      }
      if (this.#ours === ours) this.#forget();
      return done;
    });
  }

  /** Clears a text that another program copied, if it is still there. */
  clearForeign(isIt: (text: string) => boolean): Promise<Result> {
    return this.#inTurn(async () => {
      try {
        if (await this.#clearIf(isIt)) this.#forget();
        return done;
      } catch (error) {
        return failed(error);
      }
    });
  }

  /** Whether it has cleared the text; throws if it is not known what is there, or it could not be cleared. */
  async #clearIf(isIt: (text: string) => boolean): Promise<boolean> {
    const turn = this.#turn;
    const text = await this.deps.clipboard.readText();
    if (text === null) throw new ClipboardOutOfReach();
    // What was read so late may have been replaced meanwhile.
    if (turn !== this.#turn) throw new Error('Overtaken');
    if (!isIt(text)) return false;
    await this.deps.clipboard.clear();
    return true;
  }

  #copied(secret: string, about: CopyFacts, clearAfterSeconds: number | null): Copied {
    const { now, monotonicNow } = this.deps;
    const copiedAt = now();
    const ms = clearAfterSeconds === null ? null : clearAfterSeconds * 1_000;
    const clearsAt = ms === null ? null : copiedAt + ms;
    return {
      hash: this.#hash(secret),
      note: { ...about, copiedAt, clearsAt, overdue: false },
      dueAt: ms === null ? null : monotonicNow() + ms,
    };
  }

  #postpone(ours: Copied): void {
    this.#ours = { ...ours, note: { ...ours.note, overdue: true } };
    this.deps.tell(this.#ours.note);
  }

  #forget(): void {
    if (this.#ours === null) return;
    this.#ours = null;
    this.#wait(null);
    this.deps.tell(null);
  }

  #inTurn(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(() => {
      this.#turn += 1;
      return work();
    });
    // SECURITY: a clipboard that never answers must not block later operations. The time counts from the call, not from
    // the turn, so that a lock clears within it however many copies hang.
    this.#last = settleWithin(patienceMs, result);
    return result;
  }

  #wait(seconds: number | null): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = seconds === null ? null : setTimeout(() => void this.clear(), seconds * 1_000);
  }
}

function failed(error: unknown): Result<never> {
  return fail({ code: error instanceof ClipboardOutOfReach ? 'clipboard-out-of-reach' : 'clipboard-failed' });
}
