/** Waits for some work, but not longer than `ms`; whatever it throws counts as the end of it. */
export async function settleWithin(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => undefined), timeIsUp]);
  clearTimeout(timer);
}

/** Something that happens once and that can be waited for. */
export interface Signal {
  readonly given: Promise<void>;
  readonly isGiven: boolean;
  give(): void;
}

/** A signal that was not given yet. */
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
