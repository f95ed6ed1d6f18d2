import type { Calls } from '../../contract/bridge.ts';

/**
 * What needs true names, saves what a person sees, or opens a dialog of the system for files, which shows paths.
 *
 * SECURITY: refused in main, so that no placeholder is ever saved, and no name is asked for on the screen (0050).
 */
export const refusedCalls = [
  ...(['addProfile', 'editProfile', 'addByLogin', 'addAccount', 'probe', 'renameTag'] as const),
  ...(['chooseAuthority', 'chooseClientCertificate', 'openClientCertificate'] as const),
  ...(['changeConnection', 'trustCertificate', 'changeBlock', 'chooseVideo'] as const),
  ...(['exportProfiles', 'backUp', 'chooseImport', 'readOpenedFile', 'openBackup', 'importChosen'] as const),
  ...(['saveServerTable', 'saveJournal', 'prepareDiagnostics', 'saveDiagnostics'] as const),
  ...(['previewTemplate', 'changeTemplates', 'addLiveFile', 'showLiveFile'] as const),
  ...(['setUpdateSource', 'chooseUpdateFolder'] as const),
] as const satisfies readonly (keyof Calls)[];

/** A call that is refused in presentation mode. */
export type RefusedCall = (typeof refusedCalls)[number];
