import type { Budget } from './budgets.ts';
import type { Spread } from './numbers.ts';
import type { Compared } from './rounds.ts';

/** A measured line of the performance budget. */
export interface Row extends Budget {
  readonly app: Spread;
  /** What the app is compared with; null if the budget is absolute. */
  readonly other: { readonly name: string; readonly spread: Spread } | null;
  /** The value compared with the budget: a ratio or the app's value. */
  readonly measured: Spread;
  readonly rounds: number;
  /** How the value is to be read; null if the name says it. */
  readonly note: string | null;
}

/** Whether a value is within the goal, within the budget, or over it; `information` without a budget. */
export type Verdict = 'good' | 'within budget' | 'over budget' | 'information';

/** Judges a row by the median of its rounds. */
export function verdictOf({ measured, budget, goal }: Row): Verdict {
  if (budget === null) return 'information';
  // `NaN` is a failure.
  if (!(measured.median <= budget)) return 'over budget';
  return goal === null || measured.median <= goal ? 'good' : 'within budget';
}

/** A row that compares the app with something. */
export function comparedRow(
  budget: Budget,
  otherName: string,
  { app, other, measured, rounds }: Compared,
  note: string | null = null,
): Row {
  return { ...budget, app, other: { name: otherName, spread: other }, measured, rounds, note };
}

/** A row with an absolute value. */
export function plainRow(budget: Budget, value: number, note: string | null = null): Row {
  const spread = { median: value, low: value, high: value };
  return { ...budget, app: spread, other: null, measured: spread, rounds: 1, note };
}
