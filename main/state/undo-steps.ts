import { fail, type Result } from '../../contract/core/result.ts';
import type { Undoable } from '../../contract/profiles/many.ts';
import type { LiveState } from './live-state.ts';

/** A change and how it is undone. */
export interface UndoStep {
  /** What the window shows of it. */
  readonly shown: Omit<Undoable, 'id'>;
  /** Puts back what was before, as far as nothing else has changed it since. */
  undo(): Promise<Result>;
  /** Drops the secrets that it holds, after which it is undone without them. */
  dropSecrets?(): void;
}

/** More than a person can remember. */
const maxSteps = 50;

/** The changes that can be undone, the last one first. They are in memory only, and gone when the app quits. */
export class UndoSteps {
  readonly #live: Pick<LiveState, 'change' | 'read'>;
  #steps: readonly { readonly id: number; readonly step: UndoStep }[] = [];
  #lastId = 0;
  #isUndoing = false;

  constructor(live: Pick<LiveState, 'change' | 'read'>) {
    this.#live = live;
  }

  /** Adds a change that was just made; `instead` of one that is the last, which it includes. */
  push(step: UndoStep, instead: UndoStep | null = null): void {
    // SECURITY: a change that was begun before a lock may end after it (0035).
    if (this.#live.read().lock.kind === 'locked') step.dropSecrets?.();
    this.#lastId += 1;
    const before = this.#steps.filter((one) => one.step !== instead);
    this.#steps = [...before, { id: this.#lastId, step }].slice(-maxSteps);
    this.#show();
  }

  /** Whether this is the change that would be undone next. */
  isLast(step: UndoStep): boolean {
    return this.#steps.at(-1)?.step === step;
  }

  /** Undoes the last change if it has this ID, so that a second press does not undo the one before. */
  async undo(id: number): Promise<Result> {
    const last = this.#steps.at(-1);
    if (last?.id !== id || this.#isUndoing) return fail({ code: 'nothing-to-undo' });
    this.#isUndoing = true;
    try {
      const undone = await last.step.undo();
      if (undone.ok) {
        this.#steps = this.#steps.filter((one) => one !== last);
        this.#show();
      }
      return undone;
    } finally {
      this.#isUndoing = false;
    }
  }

  /** Drops the secrets of all changes; called on a lock. */
  dropSecrets(): void {
    for (const { step } of this.#steps) step.dropSecrets?.();
  }

  /** Forgets all changes. */
  clear(): void {
    this.#steps = [];
    this.#show();
  }

  #show(): void {
    const last = this.#steps.at(-1);
    this.#live.change({ undoable: last ? { ...last.step.shown, id: last.id } : null });
  }
}
