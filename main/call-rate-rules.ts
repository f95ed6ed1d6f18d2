import type { Calls } from '../contract/bridge.ts';

/** How many calls are answered in a row, and how many more each second after that. */
export interface CallRate {
  readonly inARow: number;
  readonly perSecond: number;
}

/** How many calls are left at some moment, in ms of a clock that nobody sets. */
export interface Allowance {
  readonly left: number;
  readonly at: number;
}

/** More than a person, or a page that works through five hundred profiles, ever asks for. */
const usual: CallRate = { inARow: 600, perSecond: 100 };

const special: Partial<Record<keyof Calls, CallRate>> = {
  // A held key copies thirty times a second; nobody pastes that fast.
  copyHeader: { inARow: 20, perSecond: 5 },
  // Each tells what kind of text is on the clipboard.
  pasteToken: { inARow: 5, perSecond: 1 },
  // The whole state is large, and asked for at the start and after a gap only.
  readState: { inARow: 30, perSecond: 10 },
  // Each may carry a whole video.
  loginByFace: { inARow: 10, perSecond: 1 },
  renewByFace: { inARow: 10, perSecond: 1 },
  // Somebody who types stops twice a second at most.
  probe: { inARow: 30, perSecond: 4 },
  checkAll: { inARow: 20, perSecond: 5 },
};

/** How often the page may make this call. */
export function rateOf(name: keyof Calls): CallRate {
  return special[name] ?? usual;
}

/** What is left after one more call; null when it comes too soon. */
export function afterCall(before: Allowance | undefined, rate: CallRate, now: number): Allowance | null {
  const gained = before === undefined ? rate.inARow : ((now - before.at) / 1_000) * rate.perSecond;
  const left = Math.min(rate.inARow, (before?.left ?? 0) + gained);
  return left < 1 ? null : { left: left - 1, at: now };
}
