import { randomUUID } from 'node:crypto';
import type { Result } from '../../contract/core/result.ts';
import type { Notice } from '../../contract/state.ts';
import type { LiveState } from './live-state.ts';

type NoticeWithoutId = Notice extends infer Each ? (Each extends Notice ? Omit<Each, 'id'> : never) : never;

/** Notices about saved files and outages; each stays until it is dismissed. */
export class Notices {
  readonly #live: LiveState;

  constructor(live: LiveState) {
    this.#live = live;
  }

  /** Shows a notice; returns its ID for `update` and `dismiss`. */
  add(notice: NoticeWithoutId): string {
    const id = randomUUID();
    this.#show([...this.#all(), { id, ...notice } as Notice]);
    return id;
  }

  has(id: string): boolean {
    return this.#all().some((notice) => notice.id === id);
  }

  /** Replaces the notice with the same ID. */
  update(notice: Notice): void {
    this.#show(this.#all().map((one) => (one.id === notice.id ? notice : one)));
  }

  dismiss(id: string): void {
    this.#show(this.#all().filter((notice) => notice.id !== id));
  }

  /** Shows one notice while a file cannot be written, and removes it when a later save succeeds. */
  reportSave(file: string, result: Result): void {
    const unsaved = this.#all().find((notice) => notice.code === 'file-not-saved' && notice.file === file);
    if (result.ok && unsaved) this.dismiss(unsaved.id);
    if (!result.ok && result.problem.code === 'not-saved' && !unsaved)
      this.add({ code: 'file-not-saved', file });
  }

  #all(): readonly Notice[] {
    return this.#live.read().notices;
  }

  #show(notices: readonly Notice[]): void {
    this.#live.change({ notices });
  }
}
