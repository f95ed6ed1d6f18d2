/** A measured line of the performance budget. */
export interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'MiB';
  /** The app's value, the median of all rounds. */
  readonly app: number;
  /** The bare window's value; null if the budget is absolute. */
  readonly bare: number | null;
  /** The value compared with the budget: a ratio or the app's value. */
  readonly measured: number;
  readonly budget: number;
  /** The goal, which is stricter than the budget. */
  readonly goal: number | null;
  readonly rounds: number;
}

/** Whether a value is within the goal, within the budget, or over it. */
export type Verdict = 'good' | 'within budget' | 'over budget';

/** Judges a row. */
export function verdictOf({ measured, budget, goal }: Row): Verdict {
  // `NaN` is a failure.
  if (!(measured <= budget)) return 'over budget';
  return goal === null || measured <= goal ? 'good' : 'within budget';
}

/** The rows as a text table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    `${row.app.toFixed(row.unit === 'ms' ? 1 : 2)} ${row.unit}`,
    row.bare === null ? '' : `${row.bare.toFixed(row.unit === 'ms' ? 1 : 2)} ${row.unit}`,
    row.bare === null ? `${row.measured.toFixed(2)} ${row.unit}` : `${row.measured.toFixed(2)} ×`,
    row.bare === null ? `${row.budget} ${row.unit}` : `${row.budget.toFixed(2)} ×`,
    row.goal === null ? '' : `${row.goal.toFixed(2)} ×`,
    verdictOf(row),
  ]);
  const table = [['what', 'app', 'bare', 'measured', 'budget', 'goal', 'verdict'], ...lines];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
