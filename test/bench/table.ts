import type { Spread } from './numbers.ts';
import { type Row, verdictOf } from './row.ts';

const head = ['what', 'app', 'compared with', 'measured', 'fails over', 'goal', 'verdict'];

/** The rows as a text table, followed by their notes. */
export function tableOf(rows: readonly Row[]): string {
  const table = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const lines = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.filter(({ note }) => note !== null).map(({ name, note }) => `${name}: ${note}`);
  const spread = 'Values are medians of the rounds, with the quartiles in parentheses.';
  return [...lines, '', spread, ...notes].join('\n');
}

/** A row as one line, for the progress of a run. */
export function lineOf(row: Row): string {
  const [name, app, other, measured, , , verdict] = cellsOf(row);
  return [name, app, other, measured, verdict].filter((cell) => cell !== '').join(' · ');
}

function cellsOf(row: Row): string[] {
  const { name, app, other, measured, budget, goal, unit } = row;
  const amount = (value: number) => `${value.toFixed(unit === 'ms' ? 1 : 2)} ${unit}`;
  const asMeasured = row.kind === 'number' ? amount : row.kind === 'growth' ? growth : ratio;
  return [
    name,
    withSpread(app, amount),
    other === null ? '' : `${other.name} ${withSpread(other.spread, amount)}`,
    row.kind === 'number' ? amount(measured.median) : withSpread(measured, asMeasured),
    budget === null ? '' : asMeasured(budget),
    goal === null ? '' : asMeasured(goal),
    verdictOf(row),
  ];
}

function withSpread({ median, low, high }: Spread, write: (value: number) => string): string {
  if (low === high) return write(median);
  const plain = (value: number) => write(value).replace(/ [^ ]+$/, '');
  return `${write(median)} (${plain(low)}–${plain(high)})`;
}

function ratio(value: number): string {
  return `${value.toFixed(2)} ×`;
}

function growth(value: number): string {
  const percent = (value - 1) * 100;
  return `${percent < 0 ? '' : '+'}${percent.toFixed(1)} %`;
}
