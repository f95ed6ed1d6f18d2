import type { Row } from './row.ts';
import { checkRows } from './rows/checks.ts';
import { copyRows } from './rows/copy.ts';
import { ffsmRows } from './rows/ffsm.ts';
import { growthRows } from './rows/growth.ts';
import { idleRows } from './rows/idle.ts';
import { liveIdleRows } from './rows/live-idle.ts';
import { loginRows } from './rows/login.ts';
import { manyRows } from './rows/many.ts';
import { memoryRows } from './rows/memory.ts';
import { packageRows } from './rows/package-size.ts';
import { searchRows } from './rows/search.ts';
import { sideWindowRows } from './rows/side-window.ts';
import { cpuRows, startRows } from './rows/start.ts';
import type { Stage } from './subject.ts';

/** Measures rows; where a round is long, with a part of the rounds. */
export type Measurement = (stage: Stage, rounds: number) => Promise<Row[]>;

/** The measurements by name, in the order of the budget. */
export const measurements = {
  start: startRows,
  cpu: cpuRows,
  memory: memoryRows,
  idle: idleRows,
  live: liveIdleRows,
  'side-window': sideWindowRows,
  copy: copyRows,
  login: loginRows,
  ffsm: ffsmRows,
  checks: checkRows,
  search: searchRows,
  many: manyRows,
  growth: growthRows,
  asar: packageRows,
} as const satisfies Record<string, Measurement>;

/** Those without a budget, which are measured if they are asked for: they take a quarter of an hour. */
export const forInformation: ReadonlySet<string> = new Set(['live', 'side-window']);
