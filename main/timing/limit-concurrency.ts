/** Runs at most `places` jobs at once; the others wait in order. */
export function limitConcurrency(places: number): <Value>(job: () => Promise<Value>) => Promise<Value> {
  let free = places;
  const waiting: (() => void)[] = [];

  return async (job) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
