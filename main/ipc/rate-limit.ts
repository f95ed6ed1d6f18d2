import type { Calls } from '../../contract/bridge.ts';

/** A token bucket: how many calls in a row, and how many more each second. */
export interface CallRate {
  readonly inARow: number;
  readonly perSecond: number;
}

/** The calls left at a moment, in ms of a monotonic clock. */
export interface Allowance {
  readonly left: number;
  readonly at: number;
}

/** More than a person, or a page that works through 500 profiles, ever needs. */
const usual: CallRate = { inARow: 600, perSecond: 100 };

/** For calls that open something of the system or cost main time: as often as a person presses a button. */
const byHand: CallRate = { inARow: 5, perSecond: 1 };

/** For calls that change many servers, and may follow each other quickly. */
const often: CallRate = { inARow: 20, perSecond: 5 };

const special: Partial<Record<keyof Calls, CallRate>> = {
  // A held key repeats about 30 times a second; pasting is never that fast.
  copySession: { inARow: 20, perSecond: 5 },
  quickCopy: { inARow: 20, perSecond: 5 },
  // The answer reveals what kind of text is on the clipboard.
  pasteToken: { inARow: 10, perSecond: 1 },
  // The state is large and needed only at the start and after a gap in the revisions.
  readState: { inARow: 30, perSecond: 10 },
  // Each may carry a whole video.
  loginByFace: { inARow: 10, perSecond: 1 },
  renewByFace: { inARow: 10, perSecond: 1 },
  // The form probes when typing pauses, twice a second at most.
  probe: { inARow: 30, perSecond: 4 },
  ...{
    changeMany: often,
    renameTag: often,
    checkAll: often,
    checkMany: often,
    logOutMany: often,
    undo: often,
    removeMany: byHand,
  },
  // A held key moves rows as fast as they are saved.
  moveProfiles: { inARow: 60, perSecond: 30 },
  login: { inARow: 60, perSecond: 5 },
  changeSettings: { inARow: 60, perSecond: 10 },
  changeLayout: { inARow: 60, perSecond: 10 },
  zoom: { inARow: 60, perSecond: 10 },
  changeKeys: { inARow: 60, perSecond: 10 },
  setQuickKey: { inARow: 20, perSecond: 2 },
  countUse: { inARow: 60, perSecond: 10 },
  // SECURITY: each can carry data out of the page, for example in a host name (0003).
  openInBrowser: { inARow: 20, perSecond: 1 },
  // Each opens a window.
  openWebPage: { inARow: 20, perSecond: 1 },
  openSideWindow: { inARow: 20, perSecond: 1 },
  ...{ chooseImport: byHand, chooseAuthority: byHand, chooseVideo: byHand, exportProfiles: byHand },
  ...{ chooseClientCertificate: byHand, openClientCertificate: byHand },
  ...{ backUp: byHand, saveJournal: byHand, saveServerTable: byHand, saveDiagnostics: byHand },
  ...{ checkForUpdate: byHand, downloadUpdate: byHand, installUpdate: byHand },
  ...{ setUpdateSource: byHand, chooseUpdateFolder: byHand },
  ...{ openGateway: byHand, copyGatewayAddress: byHand },
  ...{ addLiveFile: byHand, mendLiveFile: byHand, showLiveFile: byHand },
  prepareDiagnostics: byHand,
  openBackup: byHand,
  forgetAllPasswords: byHand,
};

/** SECURITY: a compromised page must not guess passwords faster than a person (0003). */
const forOneProfile: Partial<Record<keyof Calls, CallRate>> = {
  login: byHand,
  loginAgain: byHand,
};

/** The rate for a call. */
export function callRate(name: keyof Calls): CallRate {
  return special[name] ?? usual;
}

/** The rate for a call on the same profile; null if not limited per profile. */
export function rateForOneProfile(name: keyof Calls): CallRate | null {
  return forOneProfile[name] ?? null;
}

/** What is left after one more call; null if the limit is exceeded. */
export function afterCall(before: Allowance | undefined, rate: CallRate, now: number): Allowance | null {
  const gained = before === undefined ? rate.inARow : ((now - before.at) / 1_000) * rate.perSecond;
  const left = Math.min(rate.inARow, (before?.left ?? 0) + gained);
  return left < 1 ? null : { left: left - 1, at: now };
}
