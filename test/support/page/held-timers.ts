import type { Page } from '@playwright/test';

/** The timers of one length in a page, which go off when a test says so. */
export interface HeldTimers {
  /** How many wait. */
  waiting(): Promise<number>;
  /** Lets those that wait go off. */
  goOff(): Promise<void>;
  /** Lets timers run as usual again. */
  release(): Promise<void>;
}

interface Held {
  readonly waiting: Map<number, () => void>;
  readonly usual: Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;
}

/** Holds the timers of this many milliseconds that are set from now on. */
export async function holdTimers(page: Page, ms: number): Promise<HeldTimers> {
  await page.evaluate((held) => {
    const { setTimeout, clearTimeout } = globalThis;
    const waiting: Held['waiting'] = new Map();
    let last = 0;
    Object.assign(globalThis, {
      heldTimers: { waiting, usual: { setTimeout, clearTimeout } } satisfies Held,
      setTimeout: (act: () => void, delay: number) => {
        if (delay !== held) return setTimeout(act, delay);
        last -= 1;
        waiting.set(last, act);
        return last;
      },
      clearTimeout: (timer: number) => {
        if (!waiting.delete(timer)) clearTimeout(timer);
      },
    });
  }, ms);
  return {
    waiting: () => page.evaluate(() => (Reflect.get(globalThis, 'heldTimers') as Held).waiting.size),
    goOff: () =>
      page.evaluate(() => {
        for (const act of (Reflect.get(globalThis, 'heldTimers') as Held).waiting.values()) act();
      }),
    release: () =>
      page.evaluate(() => {
        Object.assign(globalThis, (Reflect.get(globalThis, 'heldTimers') as Held).usual);
      }),
  };
}
