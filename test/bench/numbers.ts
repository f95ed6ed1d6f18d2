/** The median, which one slow round does not change. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * The median of the ratios, round by round.
 *
 * The two of a round ran right after each other, so that other load affects both.
 */
export function ratioOfPairs(first: readonly number[], second: readonly number[]): number {
  const ratios = first.map((value, round) => value / (second[round] ?? Number.NaN));
  return median(ratios.filter((ratio) => Number.isFinite(ratio)));
}
