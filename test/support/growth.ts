/**
 * How many times longer some work takes for eight times the size: about 8 if linear, 64 if quadratic.
 *
 * Both are measured in one run, and the quickest of several rounds counts, which reduces the effect of other load.
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
  // Other load may affect a whole round; no round of quadratic work looks linear.
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 12 && least > maxGrowth / 2; round += 1)
    least = Math.min(least, quickest(size * 8) / quickest(size));
  return least;
}

/** Between linear (8) and quadratic (64). */
export const maxGrowth = 24;
