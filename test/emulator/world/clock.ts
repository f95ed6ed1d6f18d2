import { performance } from 'node:perf_hooks';
import type { SwitchBoard } from '../switches/switch-board.ts';

/** What time the server believes it is. */
export class Clock {
  readonly #board: SwitchBoard;

  constructor(board: SwitchBoard) {
    this.#board = board;
  }

  /** Epoch milliseconds with a fraction: the server writes microseconds. */
  now(): number {
    return performance.timeOrigin + performance.now() + this.#board.now.clockOffsetSeconds * 1000;
  }
}
