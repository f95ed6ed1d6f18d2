import type { Calls } from '../../contract/bridge.ts';

/** How many calls are answered in a row, and how many more each second after that. */
export interface CallRate {
  readonly inARow: number;
  readonly perSecond: number;
}

/** How many calls are left at some moment, in ms of a monotonic clock. */
export interface Allowance {
  readonly left: number;
  readonly at: number;
}

/** More than a person, or a page that works through five hundred profiles, ever asks for. */
const usual: CallRate = { inARow: 600, perSecond: 100 };

/** What opens something of the system, or costs main a while: as often as a person presses a button. */
const byHand: CallRate = { inARow: 5, perSecond: 1 };

const special: Partial<Record<keyof Calls, CallRate>> = {
  // A held key copies thirty times a second; nobody pastes that fast.
  copyHeader: { inARow: 20, perSecond: 5 },
  // Each tells what kind of text is on the clipboard.
  pasteToken: { inARow: 10, perSecond: 1 },
  // The whole state is large, and asked for at the start and after a gap only.
  readState: { inARow: 30, perSecond: 10 },
  // Each may carry a whole video.
  loginByFace: { inARow: 10, perSecond: 1 },
  renewByFace: { inARow: 10, perSecond: 1 },
  // Somebody who types stops twice a second at most.
  probe: { inARow: 30, perSecond: 4 },
  checkAll: { inARow: 20, perSecond: 5 },
  login: { inARow: 60, perSecond: 5 },
  changeSettings: { inARow: 60, perSecond: 10 },
  // SECURITY: each is a way out of the page, since a host name can carry data (0003).
  openInBrowser: { inARow: 20, perSecond: 1 },
  ...{ chooseImport: byHand, chooseAuthority: byHand, chooseVideo: byHand, exportProfiles: byHand },
  ...{ backUp: byHand, saveJournal: byHand, saveServerTable: byHand, saveDiagnostics: byHand },
  prepareDiagnostics: byHand,
  openBackup: byHand,
};

/** SECURITY: a page that was taken over must not guess passwords faster than a person (0003). */
const forOneProfile: Partial<Record<keyof Calls, CallRate>> = {
  login: byHand,
  loginAgain: byHand,
};

/** How often the page may make this call. */
export function callRate(name: keyof Calls): CallRate {
  return special[name] ?? usual;
}

/** How often the page may make this call for one and the same profile; null where that is not counted. */
export function rateForOneProfile(name: keyof Calls): CallRate | null {
  return forOneProfile[name] ?? null;
}

/** What is left after one more call; null when it comes too soon. */
export function afterCall(before: Allowance | undefined, rate: CallRate, now: number): Allowance | null {
  const gained = before === undefined ? rate.inARow : ((now - before.at) / 1_000) * rate.perSecond;
  const left = Math.min(rate.inARow, (before?.left ?? 0) + gained);
  return left < 1 ? null : { left: left - 1, at: now };
}
