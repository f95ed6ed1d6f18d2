import { randomUUID } from 'node:crypto';
import type { Result } from '../contract/result.ts';
import type { Notice } from '../contract/state.ts';
import type { LiveState } from './live-state.ts';

type NoticeWithoutId = Notice extends infer Each ? (Each extends Notice ? Omit<Each, 'id'> : never) : never;

/** What happened to the kept files and a person should know; each stays in the window until it is dismissed. */
export class Notices {
  readonly #live: LiveState;

  constructor(live: LiveState) {
    this.#live = live;
  }

  add(notice: NoticeWithoutId): void {
    this.#show([...this.#all(), { id: randomUUID(), ...notice } as Notice]);
  }

  dismiss(id: string): void {
    this.#show(this.#all().filter((notice) => notice.id !== id));
  }

  /** Watches how a save ends: a file that cannot be written is told once, and no more when a later save succeeds. */
  async watch(file: string, saving: Promise<Result>): Promise<Result> {
    const result = await saving;
    const unsaved = this.#all().find((notice) => notice.code === 'file-not-saved' && notice.file === file);
    if (result.ok && unsaved) this.dismiss(unsaved.id);
    if (!result.ok && result.problem.code === 'not-saved' && !unsaved)
      this.add({ code: 'file-not-saved', file });
    return result;
  }

  #all(): readonly Notice[] {
    return this.#live.read().notices;
  }

  #show(notices: readonly Notice[]): void {
    this.#live.change({ notices });
  }
}
