/** The middle one of some numbers, which a single slow round does not move. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * How many times more the first took than the second, round by round.
 *
 * Both of a round ran right after each other, so whatever else the computer did weighs on both.
 */
export function ratioOfPairs(first: readonly number[], second: readonly number[]): number {
  const ratios = first.map((value, round) => value / (second[round] ?? Number.NaN));
  return median(ratios.filter((ratio) => Number.isFinite(ratio)));
}
