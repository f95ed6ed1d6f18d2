import { randomUUID } from 'node:crypto';
import type { Result } from '../../contract/core/result.ts';
import type { Notice } from '../../contract/state.ts';
import type { LiveState } from './live-state.ts';

type NoticeWithoutId = Notice extends infer Each ? (Each extends Notice ? Omit<Each, 'id'> : never) : never;

/** What happened to the kept files or to many servers and a person should know; each stays until it is dismissed. */
export class Notices {
  readonly #live: LiveState;

  constructor(live: LiveState) {
    this.#live = live;
  }

  /** Shows a notice; the id by which it can be changed or dismissed. */
  add(notice: NoticeWithoutId): string {
    const id = randomUUID();
    this.#show([...this.#all(), { id, ...notice } as Notice]);
    return id;
  }

  has(id: string): boolean {
    return this.#all().some((notice) => notice.id === id);
  }

  /** Puts a notice in the place of the one with its id. */
  update(notice: Notice): void {
    this.#show(this.#all().map((one) => (one.id === notice.id ? notice : one)));
  }

  dismiss(id: string): void {
    this.#show(this.#all().filter((notice) => notice.id !== id));
  }

  /** A file that cannot be written is told once, and no more when a later save succeeds. */
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
