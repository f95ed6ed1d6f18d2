import * as v from 'valibot';
import type { Calls } from '../../contract/bridge.ts';
import {
  type CopyFormat,
  isCopyFormat,
  isTemplateId,
  maxTemplateName,
  maxTemplates,
  maxTemplateText,
  type TemplateId,
} from '../../contract/core/copy-format.ts';
import { lastMoment } from '../../contract/core/time.ts';
import { journalKindNames } from '../../contract/journal.ts';
import { countedCommands, isBinding, type KeyBindings } from '../../contract/keys.ts';
import { groupings, layoutBounds, sessionColumns, type WidthBounds } from '../../contract/layout.ts';
import { isPlainObject } from '../../contract/message-size.ts';
import { maxAutoLogoutSeconds, minutesPerDay } from '../../contract/profiles/auto-logout.ts';
import { runKinds } from '../../contract/profiles/many.ts';
import { environments } from '../../contract/profiles/profile.ts';
import { serverTableColumns } from '../../contract/server-table.ts';
import { maxBulkLogins } from '../../contract/sessions/bulk-login.ts';
import { maxVideoSize } from '../../contract/sessions/face.ts';
import { gatewayAccesses, gatewayMinutes, maxGatewayPath } from '../../contract/sessions/gateway.ts';
import {
  isLiveFileId,
  type LiveFileId,
  liveFileFormats,
  liveFileKinds,
} from '../../contract/sessions/live-files.ts';
import { pasteSteps } from '../../contract/sessions/pasted-token.ts';
import { isSystemWideKey, maxQuickSearch } from '../../contract/sessions/quick-access.ts';
import { snoozes } from '../../contract/sessions/reminders.ts';
import { maxKeys, sessionStatuses } from '../../contract/sessions/remote-sessions.ts';
import { webPages } from '../../contract/sessions/web-window.ts';
import { choices, type Settings, zoomSteps } from '../../contract/settings.ts';
import { maxEntries } from '../../contract/transfer.ts';
import { sideKindsOfServer } from '../../contract/windows/side-window.ts';
import {
  exactly,
  hex,
  list,
  nothing,
  oneOf,
  profileId,
  severalProfiles,
  text,
  whole,
  yesOrNo,
} from './request-fields.ts';

type RequestOf<Name extends keyof Calls> = Parameters<Calls[Name]>[0];
type RequestSchemas = { readonly [Name in keyof Calls]: v.GenericSchema<unknown, RequestOf<Name>> };

/** Thrown when a message does not match the schema of its call: a bug or an attack, never a mistake of the user. */
export class MalformedMessage extends Error {
  constructor(what: string) {
    super(`Malformed message: ${what}`);
    this.name = 'MalformedMessage';
  }
}

const oneProfile = exactly({ profileId });
const oneLiveFile = exactly({ fileId: v.custom<LiveFileId>(isLiveFileId) });
const oneAccess = exactly({ accessId: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)) });
const profileIds = severalProfiles(maxEntries);
const copyFormat = v.custom<CopyFormat>(isCopyFormat, 'not a format of a session');
const manyChange = exactly({
  addTags: v.exactOptional(list(text(), 1_000)),
  removeTags: v.exactOptional(list(text(), 1_000)),
  environment: v.exactOptional(oneOf(environments)),
  favourite: v.exactOptional(yesOrNo),
  hidden: v.exactOptional(yesOrNo),
  copyFormat: v.exactOptional(copyFormat),
});
const sideSubject = v.union([
  exactly({ kind: oneOf(sideKindsOfServer), profileId }),
  exactly({ kind: v.literal('overview'), profileId: v.null() }),
]);
const fingerprint = hex(64);
const finding = v.nullable(text(100));
const planId = text(100);
const blockId = text(100);

const draft = exactly({
  address: text(),
  name: text(),
  userName: text(),
  tags: list(text(), 1_000),
  environment: oneOf(environments),
  notes: v.exactOptional(text()),
});

const trust = v.union([
  exactly({ mode: v.literal('system') }),
  exactly({ mode: v.literal('ca'), fingerprint }),
]);
const proxy = v.union([
  exactly({ mode: oneOf(['system', 'direct']) }),
  exactly({ mode: v.literal('fixed'), url: text() }),
]);
const certificate = v.union([
  exactly({ mode: v.literal('none') }),
  exactly({ mode: v.literal('file'), fingerprint }),
]);
const choice = exactly({
  trust: v.nullable(trust),
  proxy: v.nullable(proxy),
  certificate: v.exactOptional(certificate),
});

/** Existing settings with permitted values. */
const settings = v.pipe(
  v.custom<Partial<Settings>>(
    (raw) =>
      isPlainObject(raw) &&
      Object.entries(raw).every(
        ([name, value]) =>
          Object.hasOwn(choices, name) &&
          (choices[name as keyof Settings] as readonly unknown[]).includes(value),
      ),
    'not permitted settings',
  ),
  v.transform((checked) => ({ ...checked })),
);

const widthIn = ({ min, max }: WidthBounds) => v.nullable(whole(max, min));
const widthsOf = <Name extends string>(names: readonly Name[]) => {
  const width = v.exactOptional(whole(layoutBounds.column.max, layoutBounds.column.min));
  const widths = Object.fromEntries(names.map((name) => [name, width])) as Record<Name, typeof width>;
  return v.exactOptional(exactly(widths));
};
const column = v.exactOptional(
  exactly({
    shown: v.exactOptional(yesOrNo),
    width: v.exactOptional(whole(layoutBounds.column.max, layoutBounds.column.min)),
  }),
);
const layout = exactly({
  viewsWidth: v.exactOptional(widthIn(layoutBounds.views)),
  detailsWidth: v.exactOptional(widthIn(layoutBounds.details)),
  groupBy: v.exactOptional(oneOf(groupings)),
  overviewColumns: v.exactOptional(v.nullable(list(oneOf(serverTableColumns), serverTableColumns.length))),
  gridWidths: v.exactOptional(
    exactly({ overview: widthsOf(serverTableColumns), sessions: widthsOf(sessionColumns) }),
  ),
  columns: v.exactOptional(
    exactly({
      ...{ user: column, session: column, lastCheck: column, loginMethod: column },
      ...{ tags: column, lastUse: column },
    }),
  ),
});
/** Keys that a person can have given to these commands. */
const keys = v.pipe(
  v.custom<KeyBindings>(
    (raw) => isPlainObject(raw) && Object.entries(raw).every(([name, own]) => isBinding(name, own)),
    'not permitted keys',
  ),
  v.transform((checked): KeyBindings => ({ ...checked })),
);

const templates = v.pipe(
  list(
    exactly({
      id: v.custom<TemplateId>((raw) => typeof raw === 'string' && isTemplateId(raw), 'not a template ID'),
      name: text(maxTemplateName),
      text: text(maxTemplateText),
    }),
    maxTemplates,
  ),
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'a duplicate template'),
);
const loginFields = { password: text(), faceToken: v.nullable(text()), keepPassword: yesOrNo };
const withPassphrase = exactly({ passphrase: text() });
const withPassphraseIfAny = exactly({ passphrase: v.nullable(text()) });

const journalFilter = {
  profileId: v.nullable(profileId),
  kind: v.nullable(oneOf(journalKindNames)),
  text: text(1_000),
};

const withVideo = exactly({
  profileId,
  video: v.nullable(v.pipe(v.instance(Uint8Array), v.maxLength(maxVideoSize))),
});

const ofListedSession = { profileId, listId: whole() };
const blockFields = {
  reason: text(),
  until: v.nullable(v.pipe(v.number(), v.minValue(-lastMoment), v.maxValue(lastMoment))),
};

const autoLogout = exactly({
  afterSeconds: v.nullable(whole(maxAutoLogoutSeconds, 1)),
  atMinute: v.nullable(whole(minutesPerDay - 1)),
  onLock: yesOrNo,
  onQuit: yesOrNo,
});
const pendingLogout = exactly({ profileId, endingId: hex(12) });

/** The schema of the request of every call. */
export const requestSchemas: RequestSchemas = {
  readState: nothing,
  readDetails: oneProfile,
  showWindow: nothing,
  closeWindow: nothing,
  quit: nothing,
  changeSettings: exactly({ settings }),
  changeLayout: exactly({ layout }),
  zoom: exactly({ percent: v.nullable(oneOf(zoomSteps)) }),
  changeKeys: exactly({ keys }),
  countUse: exactly({ command: oneOf(countedCommands) }),
  dismissNotice: exactly({ noticeId: text(100) }),
  // Longer than any search, and further down than 5000 rows.
  keepPlace: exactly({
    view: text(500),
    search: text(500),
    selectedId: v.nullable(profileId),
    scrollTop: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
  }),
  recallPlace: nothing,

  addProfile: exactly({ draft, finding }),
  editProfile: exactly({ profileId, draft, finding, choice: v.nullable(choice) }),
  removeProfile: exactly({ profileId, logOut: yesOrNo }),
  markFavourite: exactly({ profileId, favourite: yesOrNo }),
  changeMany: exactly({ profileIds, change: manyChange }),
  moveProfiles: exactly({
    ...{ profileIds, before: v.nullable(profileId), order: profileIds },
    goesOn: v.exactOptional(yesOrNo),
  }),
  removeMany: exactly({ profileIds, logOut: yesOrNo }),
  renameTag: exactly({ from: text(500), to: v.nullable(text(500)) }),
  checkMany: exactly({ profileIds }),
  logOutMany: exactly({ profileIds }),
  undo: exactly({ id: whole() }),
  stopRun: exactly({ kind: oneOf(runKinds) }),
  addByLogin: exactly({ draft, finding, like: v.nullable(profileId), ...loginFields }),
  cancelAdding: nothing,
  addAccount: exactly({ profileId, draft, finding }),
  probe: exactly({
    address: text(),
    trusting: v.nullable(exactly({ mode: oneOf(['pin', 'ca']), fingerprint })),
    profileId: v.nullable(profileId),
  }),
  cancelProbe: nothing,

  chooseAuthority: nothing,
  readAuthority: oneProfile,
  chooseClientCertificate: nothing,
  openClientCertificate: exactly({ password: text() }),
  dropClientCertificate: nothing,
  changeConnection: exactly({ profileId, choice }),
  trustCertificate: exactly({ profileId, fingerprint }),

  prepareLogin: oneProfile,
  login: exactly({ profileId, ...loginFields }),
  loginAgain: oneProfile,
  forgetPassword: oneProfile,
  forgetAllPasswords: nothing,
  cancelLogin: oneProfile,
  logout: oneProfile,
  check: oneProfile,
  checkAll: nothing,
  letCheckItself: exactly({ profileId, on: yesOrNo }),
  letHearLive: exactly({ profileId, on: yesOrNo }),
  snoozeReminder: exactly({ profileId, snooze: oneOf(snoozes) }),
  muteReminders: exactly({ profileId, muted: yesOrNo }),
  remindersShown: nothing,
  networkMayHaveChanged: nothing,
  dismissRightsChange: oneProfile,
  setAutoLogout: exactly({ profileId, lease: autoLogout }),
  tryEnding: pendingLogout,
  forgetEnding: pendingLogout,
  beginBulkLogin: exactly({
    userName: text(),
    profileIds: severalProfiles(maxBulkLogins),
    password: text(),
    domainAgreed: yesOrNo,
  }),
  cancelBulkLogin: nothing,
  closeBulkLogin: nothing,

  openCamera: oneProfile,
  closeCamera: nothing,
  chooseVideo: oneProfile,
  loginByFace: withVideo,
  renewByFace: withVideo,
  cancelFace: oneProfile,
  pasteToken: exactly({ profileId, step: oneOf(pasteSteps) }),
  dropPastedToken: nothing,
  clearPastedToken: nothing,

  copySession: exactly({ profileId, anyway: yesOrNo, format: v.nullable(copyFormat) }),
  readFormats: oneProfile,
  previewTemplate: exactly({ profileId, text: text(maxTemplateText) }),
  changeTemplates: exactly({ templates }),
  showQuickAccess: nothing,
  hideQuickAccess: nothing,
  quickCopy: exactly({ profileId, format: v.nullable(copyFormat) }),
  showServer: exactly({ profileId, logIn: yesOrNo }),
  keepQuickSearch: exactly({ search: text(maxQuickSearch) }),
  recallQuickSearch: nothing,
  setQuickKey: exactly({ key: v.nullable(v.pipe(text(50), v.check(isSystemWideKey))) }),
  openGateway: exactly({
    profileId,
    minutes: v.picklist(gatewayMinutes),
    access: oneOf(gatewayAccesses),
    path: text(maxGatewayPath),
  }),
  copyGatewayAddress: oneProfile,
  closeGateway: oneProfile,
  addLiveFile: exactly({ profileId, kind: oneOf(liveFileKinds), format: oneOf(liveFileFormats) }),
  lookAtLiveFiles: oneProfile,
  mendLiveFile: oneLiveFile,
  showLiveFile: oneLiveFile,
  removeLiveFile: oneLiveFile,
  endProgramAccess: oneAccess,
  clearClipboard: nothing,
  openInBrowser: oneProfile,
  openWebPage: exactly({ profileId, page: oneOf(webPages) }),
  openSideWindow: exactly({ subject: sideSubject }),

  listSessions: exactly({
    profileId,
    filter: exactly({
      whose: oneOf(['mine', 'all']),
      status: v.nullable(oneOf(sessionStatuses)),
      activeOnly: yesOrNo,
    }),
    whole: yesOrNo,
  }),
  listMoreSessions: exactly(ofListedSession),
  endSessions: exactly({ ...ofListedSession, keys: list(whole(), maxKeys, 1), inUseToo: yesOrNo }),
  listBlockedDevices: oneProfile,
  blockDevice: exactly({ ...ofListedSession, key: whole(), ...blockFields }),
  changeBlock: exactly({ profileId, blockId, ...blockFields }),
  unblockDevice: exactly({ profileId, blockId }),

  lock: nothing,
  unlock: withPassphraseIfAny,
  retryKeyring: nothing,
  chooseStorage: exactly({ choice: oneOf(['memory', 'later']) }),
  setPassphrase: exactly({ passphrase: text(), current: v.nullable(text()) }),
  removePassphrase: exactly({ current: text() }),
  letKeyringOpen: exactly({ on: yesOrNo, passphrase: v.nullable(text()) }),
  rotateKey: withPassphraseIfAny,
  replaceVault: exactly({ word: text() }),

  exportProfiles: exactly({ profileIds: list(profileId, maxEntries), withPins: yesOrNo }),
  backUp: withPassphrase,
  chooseImport: nothing,
  readOpenedFile: nothing,
  openBackup: exactly({ planId, passphrase: text() }),
  importChosen: exactly({
    planId,
    chosen: list(exactly({ entry: whole(), withPin: yesOrNo, withSecrets: yesOrNo }), maxEntries),
  }),
  dropImport: nothing,

  readJournal: exactly({ ...journalFilter, before: v.nullable(whole()), limit: whole(500) }),
  saveJournal: exactly(journalFilter),
  prepareDiagnostics: nothing,
  saveDiagnostics: nothing,
  readServerTable: nothing,
  saveServerTable: exactly({
    columns: list(oneOf(serverTableColumns), serverTableColumns.length),
    profileIds: list(profileId, maxEntries),
  }),

  setUpdateSource: exactly({ url: v.nullable(text(2_000)) }),
  chooseUpdateFolder: nothing,
  checkForUpdate: nothing,
  downloadUpdate: nothing,
  cancelUpdate: nothing,
  installUpdate: exactly({ when: oneOf(['now', 'at-quit']) }),
  skipUpdate: nothing,
  readAbout: nothing,
  readLicenses: nothing,
  readReleaseNotes: nothing,
  dismissReleaseNotes: nothing,
};

/** Checks a message from the page and gives the request; throws MalformedMessage. */
export function readRequest<Name extends keyof Calls>(name: Name, raw: unknown): RequestOf<Name> {
  const schema: v.GenericSchema<unknown, RequestOf<Name>> = requestSchemas[name];
  const read = v.safeParse(schema, raw, { abortEarly: true, message: describeMismatch });
  if (!read.success) throw new MalformedMessage(read.issues[0].message);
  return read.output;
}

/** SECURITY: names what was expected, never what was sent, which may be a password (0003). */
function describeMismatch({ expected }: v.BaseIssue<unknown>): string {
  return `expected ${expected ?? 'something else'}`;
}
