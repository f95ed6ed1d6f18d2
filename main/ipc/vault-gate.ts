import type { Calls } from '../../contract/bridge.ts';

type Handler = (request: unknown) => Promise<unknown>;

/** Calls that need neither tokens nor passwords; served while the vault is still opening. */
const servedBeforeOpening: ReadonlySet<string> = new Set<keyof Calls>([
  ...(['readState', 'readDetails', 'showWindow', 'closeWindow', 'quit', 'keepPlace', 'recallPlace'] as const),
  ...(['addProfile', 'addAccount', 'cancelAdding', 'markFavourite', 'probe', 'cancelProbe'] as const),
  ...(['chooseAuthority', 'readAuthority', 'openInBrowser', 'clearClipboard', 'dropImport'] as const),
  ...(['chooseClientCertificate', 'openClientCertificate', 'dropClientCertificate'] as const),
  ...(['changeSettings', 'changeLayout', 'changeKeys', 'countUse', 'zoom', 'openSideWindow'] as const),
  ...(['readFormats', 'previewTemplate', 'changeTemplates'] as const),
  ...(['dismissNotice', 'chooseStorage', 'prepareLogin', 'cancelLogin'] as const),
  ...([
    'cancelBulkLogin',
    'closeBulkLogin',
    'openCamera',
    'closeCamera',
    'chooseVideo',
    'cancelFace',
  ] as const),
  ...([
    'dropPastedToken',
    'clearPastedToken',
    'letCheckItself',
    'letHearLive',
    'snoozeReminder',
    'muteReminders',
    'remindersShown',
    'networkMayHaveChanged',
  ] as const),
  ...(['dismissRightsChange', 'readServerTable', 'saveServerTable', 'readJournal', 'saveJournal'] as const),
  ...(['prepareDiagnostics', 'saveDiagnostics'] as const),
  ...(['setUpdateSource', 'chooseUpdateFolder', 'checkForUpdate', 'downloadUpdate'] as const),
  ...(['cancelUpdate', 'installUpdate', 'skipUpdate'] as const),
  ...(['readAbout', 'readLicenses', 'readReleaseNotes', 'dismissReleaseNotes'] as const),
  ...(['changeMany', 'renameTag', 'moveProfiles', 'stopRun'] as const),
]);

/** Wraps the handlers: the other calls wait until the vault has been opened, or opening it has failed. */
export function waitForVault(handlers: Calls, opened: Promise<unknown>): Calls {
  const waiting = Object.entries(handlers as unknown as Record<string, Handler>).map(([name, handler]) => {
    const wait: Handler = async (request) => {
      await opened;
      return handler(request);
    };
    return [name, servedBeforeOpening.has(name) ? handler : wait] as const;
  });
  return Object.fromEntries(waiting) as unknown as Calls;
}
