/** Waits for `work` for at most `ms`; ignores its result and its errors. */
export async function settleWithin(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => undefined), timeIsUp]);
  clearTimeout(timer);
}

/** A one-time event that can be awaited. */
export interface Signal {
  readonly given: Promise<void>;
  readonly isGiven: boolean;
  give(): void;
}

/** Creates a signal that has not been given yet. */
export function signal(): Signal {
  let give: () => void = () => undefined;
  let isGiven = false;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return {
    given,
    get isGiven() {
      return isGiven;
    },
    give: () => {
      isGiven = true;
      give();
    },
  };
}
