/**
 * Runs work one piece per turn of the event loop, in order.
 *
 * Between two pieces the sockets are served: responses that arrive together do not delay the requests that follow them.
 */
export class LoopTurns {
  readonly #waiting: (() => void)[] = [];

  /** Resolves when it is this caller's turn. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#waiting.push(resolve) === 1) setImmediate(this.#serve);
    });
  }

  readonly #serve = (): void => {
    this.#waiting.shift()?.();
    if (this.#waiting.length > 0) setImmediate(this.#serve);
  };
}
