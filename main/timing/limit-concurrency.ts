/** Lets at most `places` jobs run at once; the others wait for their turn in the order in which they came. */
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
