/**
 * How many times longer some work takes on eight times as much: about 8 if the cost is linear, 64 if it is quadratic.
 *
 * Both are measured in one run, and of several rounds the quickest counts, so that a busy computer changes little.
 */
export function growth(work: (size: number) => void, size: number): number {
  const quickest = (of: number) => {
    const rounds = Array.from({ length: 4 }, () => {
      const start = performance.now();
      work(of);
      return performance.now() - start;
    });
    return Math.min(...rounds);
  };
  quickest(size);
  // Something else may take the processor for a whole round; no round of a quadratic cost looks linear.
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 12 && least > maxGrowth / 2; round += 1)
    least = Math.min(least, quickest(size * 8) / quickest(size));
  return least;
}

/** Between linear (8) and quadratic (64). */
export const maxGrowth = 24;
