/** Median, lower and upper quartile. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The median, which one slow round does not change. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** Median and quartiles; `NaN` without values. */
export function spreadOf(numbers: readonly number[]): Spread {
  return { median: median(numbers), low: quantile(numbers, 0.25), high: quantile(numbers, 0.75) };
}

/**
 * The ratios, round by round.
 *
 * The two of a round ran right after each other, so that other load affects both.
 */
export function ratiosOfPairs(first: readonly number[], second: readonly number[]): readonly number[] {
  const ratios = first.map((value, round) => value / (second[round] ?? Number.NaN));
  return ratios.filter((ratio) => Number.isFinite(ratio));
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
