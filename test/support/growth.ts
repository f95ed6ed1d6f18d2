/**
 * How many times the CPU time some work takes for eight times the size: about 8 if linear, 64 if quadratic.
 *
 * CPU time, since on a busy computer the longer work is interrupted more often, and looks quadratic by the clock. Both are
 * measured in one run, and the cheapest of several rounds counts.
 */
export function growth(work: (size: number) => void, size: number): number {
  const cheapest = (of: number) => {
    const rounds = Array.from({ length: 4 }, () => {
      const start = process.cpuUsage();
      work(of);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    });
    return Math.min(...rounds);
  };
  cheapest(size);
  // Other load may affect a whole round; no round of quadratic work looks linear.
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 12 && least > maxGrowth / 3; round += 1)
    least = Math.min(least, cheapest(size * 8) / cheapest(size));
  return least;
}

/** Between linear (8, and up to 23 where the longer text no longer fits the cache) and quadratic (60 and more). */
export const maxGrowth = 36;
