import { performance } from 'node:perf_hooks';
import type { SwitchBoard } from '../switches/switch-board.ts';

/** The server's clock. */
export class Clock {
  readonly #board: SwitchBoard;

  constructor(board: SwitchBoard) {
    this.#board = board;
  }

  /** Epoch milliseconds with a fraction, since the server writes microseconds. */
  now(): number {
    return performance.timeOrigin + performance.now() + this.#board.now.clockOffsetSeconds * 1000;
  }
}
