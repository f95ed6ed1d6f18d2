import type { Calls } from '../../contract/bridge.ts';
import { callNames } from '../../contract/call-names.ts';
import type { Settings } from '../../contract/settings.ts';

/** What identifies a frame. */
export interface Frame {
  readonly url: string;
}

/** A page of the app, in a window of its own, and the calls that it may make. */
export interface OwnPage {
  /** The main frame of its window; null without a window. */
  readonly frame: Frame | null;
  readonly url: string;
  readonly calls: ReadonlySet<keyof Calls> | 'all';
  /** The calls that concern its window alone, with what serves them instead of what serves the main window. */
  readonly own?: Partial<Pick<Calls, 'showWindow' | 'closeWindow'>>;
  /** The only settings that it may change; absent: all, if it may make the call. */
  readonly settings?: ReadonlySet<keyof Settings>;
}

/**
 * All that the page of quick access may call.
 *
 * SECURITY: it finds, copies and leads to the main window; what changes, adds, shows or exports anything is refused, and so
 * is copying a session that has ended (0048).
 */
export const quickCalls: ReadonlySet<keyof Calls> = new Set<keyof Calls>([
  ...(['readState', 'showQuickAccess', 'hideQuickAccess', 'unlock'] as const),
  ...(['quickCopy', 'readFormats', 'openWebPage', 'showServer'] as const),
  ...(['keepQuickSearch', 'recallQuickSearch'] as const),
]);

/** Whether the sender is the main frame of our window and shows our page. */
export function isOurPage(sender: Frame | null, mainFrame: Frame | null, pageUrl: string): boolean {
  return sender !== null && sender === mainFrame && sender.url === pageUrl;
}

/**
 * What the page of a side window may not call, since it concerns the app as a whole, many servers or the main window.
 *
 * SECURITY: its page shows what servers say, so it neither exports the list and its secrets, nor changes what opens the
 * vault, nor any settings but `sideSettings` (0051).
 */
const notFromTheSide: ReadonlySet<keyof Calls> = new Set<keyof Calls>([
  ...(['zoom', 'changeKeys', 'countUse', 'keepPlace', 'recallPlace'] as const),
  ...(['checkAll', 'checkMany', 'logOutMany', 'removeMany', 'renameTag', 'moveProfiles', 'stopRun'] as const),
  ...(['beginBulkLogin', 'cancelBulkLogin', 'closeBulkLogin', 'forgetAllPasswords', 'undo'] as const),
  ...(['snoozeReminder', 'remindersShown', 'networkMayHaveChanged'] as const),
  ...(['showQuickAccess', 'hideQuickAccess', 'quickCopy', 'keepQuickSearch', 'recallQuickSearch'] as const),
  ...(['setQuickKey', 'endProgramAccess'] as const),
  ...(['removePassphrase', 'letKeyringOpen', 'rotateKey'] as const),
  ...(['exportProfiles', 'backUp', 'chooseImport', 'readOpenedFile', 'openBackup', 'importChosen'] as const),
  ...(['dropImport', 'readJournal', 'saveJournal', 'prepareDiagnostics', 'saveDiagnostics'] as const),
  ...(['setUpdateSource', 'chooseUpdateFolder', 'checkForUpdate', 'downloadUpdate', 'cancelUpdate'] as const),
  ...(['installUpdate', 'skipUpdate', 'readAbout', 'readLicenses', 'readReleaseNotes'] as const),
  ...(['dismissReleaseNotes'] as const),
]);

/** What the page of a side window may change: names are hidden by one key, in whatever window. */
export const sideSettings: ReadonlySet<keyof Settings> = new Set<keyof Settings>(['presentation']);

/** What the page of a side window may call. */
export const sideCalls: ReadonlySet<keyof Calls> = new Set(
  callNames.filter((name) => !notFromTheSide.has(name)),
);

/** The app's page that a sender is, if it may make this call; else null. */
export function callerOf(name: keyof Calls, sender: Frame | null, pages: readonly OwnPage[]): OwnPage | null {
  const found = pages.find(({ frame, url }) => isOurPage(sender, frame, url));
  return found !== undefined && (found.calls === 'all' || found.calls.has(name)) ? found : null;
}

/** Whether a page may make a call with this request, which was read already. */
export function mayAsk({ settings }: OwnPage, name: keyof Calls, request: unknown): boolean {
  if (name !== 'changeSettings' || settings === undefined) return true;
  const { settings: asked } = request as Parameters<Calls['changeSettings']>[0];
  return Object.keys(asked).every((setting) => settings.has(setting as keyof Settings));
}
