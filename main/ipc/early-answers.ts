import type { Calls } from '../../contract/bridge.ts';
import { done } from '../../contract/core/result.ts';
import { signal } from '../timing/deadline.ts';

/** What the window can begin with before the parts are there. */
interface EarlyPicture {
  /** JSON of `AppState`. */
  readonly state: string;
  readonly showWindow: () => void;
}

/**
 * Answers the two calls of the first picture from what was saved of it, once. Any other call wants the parts, whose work
 * would delay the picture.
 */
export class EarlyAnswers {
  readonly #offered = signal();
  readonly #wanted = signal();
  #showWindow: EarlyPicture['showWindow'] | null = null;
  #state: string | null = null;

  /** Says what is there; null: everything waits for the parts. */
  offer(picture: EarlyPicture | null): void {
    this.#showWindow = picture?.showWindow ?? null;
    this.#state = picture?.state ?? null;
    this.#offered.give();
  }

  /** Resolves when the parts are wanted. */
  get wanted(): Promise<void> {
    return this.#wanted.given;
  }

  /** Says that the parts are wanted. */
  want(): void {
    this.#wanted.give();
  }

  /** The answer to a call; null if the parts have to give it. */
  async to(name: keyof Calls): Promise<{ readonly answer: unknown } | null> {
    await this.#offered.given;
    const [state, showWindow] = [this.#state, this.#showWindow];
    if (name === 'readState' && state !== null) {
      this.#state = null;
      return { answer: state };
    }
    if (name === 'showWindow' && showWindow !== null && !this.#wanted.isGiven) {
      showWindow();
      return { answer: done };
    }
    this.want();
    return null;
  }
}
