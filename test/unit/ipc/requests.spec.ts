import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calls } from '../../../contract/bridge.ts';
import { callNames } from '../../../contract/call-names.ts';
import { maxAutoLogoutSeconds } from '../../../contract/profiles/auto-logout.ts';
import { serverTableColumns } from '../../../contract/server-table.ts';
import { maxBulkLogins } from '../../../contract/sessions/bulk-login.ts';
import { maxVideoSize } from '../../../contract/sessions/face.ts';
import { maxKeys } from '../../../contract/sessions/remote-sessions.ts';
import { MalformedMessage, readRequest, requestSchemas } from '../../../main/ipc/requests.ts';

const profileId = '1111111a-1111-4111-8111-111111111111';
const draft = { address: 'a', name: '', userName: '', tags: ['x'], environment: 'test' };

const good: Readonly<Record<keyof Calls, unknown>> = {
  readState: undefined,
  readDetails: { profileId },
  addProfile: { draft, finding: null },
  addByLogin: { draft, finding: 'x', like: null, password: ' a ', faceToken: null, keepPassword: false },
  cancelAdding: undefined,
  addAccount: { profileId, draft, finding: 'x' },
  editProfile: { profileId, draft, finding: 'x', choice: { trust: null, proxy: { mode: 'direct' } } },
  removeProfile: { profileId, logOut: true },
  changeMany: { profileIds: [profileId], change: { addTags: ['x'], environment: 'test' } },
  renameTag: { from: 'x', to: null },
  moveProfiles: { profileIds: [profileId], before: null, order: [profileId] },
  removeMany: { profileIds: [profileId], logOut: false },
  checkMany: { profileIds: [profileId] },
  logOutMany: { profileIds: [profileId] },
  undo: { id: 1 },
  stopRun: { kind: 'check' },
  markFavourite: { profileId, favourite: false },
  prepareLogin: { profileId },
  login: { profileId, password: ' a ', faceToken: null, keepPassword: false },
  cancelLogin: { profileId },
  logout: { profileId },
  check: { profileId },
  checkAll: undefined,
  trustCertificate: { profileId, fingerprint: 'ab'.repeat(32) },
  copySession: { profileId, anyway: false, format: 'curl' },
  readFormats: { profileId },
  previewTemplate: { profileId, text: '{token}' },
  changeTemplates: { templates: [{ id: 'template-0123abcd', name: 'x', text: '{url}' }] },
  clearClipboard: undefined,
  openInBrowser: { profileId },
  openWebPage: { profileId, page: 'interface' },
  openSideWindow: { subject: { kind: 'details', profileId } },
  showQuickAccess: undefined,
  hideQuickAccess: undefined,
  quickCopy: { profileId, format: null },
  showServer: { profileId, logIn: true },
  keepQuickSearch: { search: 'x' },
  recallQuickSearch: undefined,
  setQuickKey: { key: 'Mod+Shift+Space' },
  openGateway: { profileId, minutes: 60, access: 'read', path: '/events/' },
  copyGatewayAddress: { profileId },
  closeGateway: { profileId },
  addLiveFile: { profileId, kind: 'ask', format: 'env' },
  lookAtLiveFiles: { profileId },
  mendLiveFile: { fileId: '0123456789ab' },
  showLiveFile: { fileId: '0123456789ab' },
  removeLiveFile: { fileId: '0123456789ab' },
  endProgramAccess: { accessId: '0123456789ab' },
  changeSettings: { settings: { theme: 'dark', clearAfterSeconds: null } },
  changeLayout: { layout: { viewsWidth: 200, detailsWidth: null, columns: { tags: { shown: true } } } },
  zoom: { percent: 110 },
  changeKeys: { keys: { lock: ['Mod+Alt+L'], remove: [] } },
  countUse: { command: 'copy:curl' },
  dismissNotice: { noticeId: 'x' },
  showWindow: undefined,
  keepPlace: { view: 'all', search: 'x', selectedId: profileId, scrollTop: 56 },
  recallPlace: undefined,
  closeWindow: undefined,
  quit: undefined,
  lock: undefined,
  unlock: { passphrase: null },
  retryKeyring: undefined,
  chooseStorage: { choice: 'memory' },
  setPassphrase: { passphrase: ' a b ', current: null },
  removePassphrase: { current: 'a b' },
  letKeyringOpen: { on: false, passphrase: null },
  rotateKey: { passphrase: null },
  replaceVault: { word: 'RESET' },
  loginAgain: { profileId },
  forgetPassword: { profileId },
  forgetAllPasswords: undefined,
  readJournal: { profileId: null, kind: 'logins', text: ' a ', before: 12, limit: 100 },
  saveJournal: { profileId, kind: null, text: '' },
  prepareDiagnostics: undefined,
  saveDiagnostics: undefined,
  exportProfiles: { profileIds: [profileId], withPins: true },
  backUp: { passphrase: ' a b ' },
  chooseImport: undefined,
  readOpenedFile: undefined,
  openBackup: { planId: 'x', passphrase: 'a b' },
  importChosen: { planId: 'x', chosen: [{ entry: 0, withPin: false, withSecrets: true }] },
  dropImport: undefined,
  beginBulkLogin: { userName: 'a', profileIds: [profileId], password: ' a ', domainAgreed: false },
  cancelBulkLogin: undefined,
  closeBulkLogin: undefined,
  listSessions: { profileId, filter: { whose: 'mine', status: 'online', activeOnly: true }, whole: false },
  listMoreSessions: { profileId, listId: 1 },
  endSessions: { profileId, listId: 1, keys: [0, 7], inUseToo: false },
  listBlockedDevices: { profileId },
  blockDevice: { profileId, listId: 1, key: 0, reason: ' lost ', until: null },
  changeBlock: { profileId, blockId: '3', reason: 'x', until: 1_800_000_000_000 },
  unblockDevice: { profileId, blockId: '3' },
  readServerTable: undefined,
  saveServerTable: { columns: ['name', 'tls'], profileIds: [profileId] },
  letCheckItself: { profileId, on: false },
  letHearLive: { profileId, on: false },
  snoozeReminder: { profileId, snooze: 'tomorrow' },
  muteReminders: { profileId, muted: true },
  remindersShown: undefined,
  networkMayHaveChanged: undefined,
  dismissRightsChange: { profileId },
  openCamera: { profileId },
  closeCamera: undefined,
  chooseVideo: { profileId },
  loginByFace: { profileId, video: new Uint8Array(8) },
  renewByFace: { profileId, video: null },
  cancelFace: { profileId },
  pasteToken: { profileId, step: 'read' },
  dropPastedToken: undefined,
  clearPastedToken: undefined,
  chooseAuthority: undefined,
  readAuthority: { profileId },
  chooseClientCertificate: undefined,
  openClientCertificate: { password: 'secret' },
  dropClientCertificate: undefined,
  changeConnection: {
    profileId,
    choice: { trust: { mode: 'ca', fingerprint: 'ab'.repeat(32) }, proxy: { mode: 'fixed', url: 'a:1' } },
  },
  setAutoLogout: { profileId, lease: { afterSeconds: 28_800, atMinute: null, onLock: true, onQuit: false } },
  tryEnding: { profileId, endingId: '0a1b2c3d4e5f' },
  forgetEnding: { profileId, endingId: '0a1b2c3d4e5f' },
  probe: { address: ' a ', trusting: { mode: 'pin', fingerprint: 'ab'.repeat(32) }, profileId: null },
  cancelProbe: undefined,
  setUpdateSource: { url: 'https://updates.corp/' },
  chooseUpdateFolder: undefined,
  checkForUpdate: undefined,
  downloadUpdate: undefined,
  cancelUpdate: undefined,
  installUpdate: { when: 'at-quit' },
  skipUpdate: undefined,
  readAbout: undefined,
  readLicenses: undefined,
  readReleaseNotes: undefined,
  dismissReleaseNotes: undefined,
};

function lease(afterSeconds: number, atMinute: number): object {
  return { afterSeconds, atMinute, onLock: true, onQuit: false };
}

const strange: readonly unknown[] = [
  null,
  0,
  Number.NaN,
  'text',
  [],
  [profileId],
  new Map([['profileId', profileId]]),
  new Date(),
  new Uint8Array(8),
  () => profileId,
  Object.create({ profileId }),
  { ...{ profileId }, extra: 1 },
  { profileId: profileId.toUpperCase() },
  { profileId: '__proto__' },
  { profileId: { toString: () => profileId } },
  JSON.parse(`{"profileId":"${profileId}","__proto__":{"admin":true}}`),
];

/** The value with one part, at any depth, missing, added, out of range or of another type. */
function* damaged(value: unknown, mayLack = false): Generator<unknown> {
  yield new Date(0);
  yield Symbol('no message');
  if (typeof value === 'string') yield 'x'.repeat(20_001);
  if (typeof value === 'number') yield* [Number.MAX_VALUE, -Number.MAX_VALUE, Number.NaN];
  if (value instanceof Uint8Array) yield new Uint8Array(maxVideoSize + 1);
  if (Array.isArray(value)) {
    yield Array.from({ length: 10_001 }, () => value[0]);
    for (const [place, item] of value.entries())
      for (const broken of damaged(item)) yield value.with(place, broken);
  } else if (value?.constructor === Object) {
    yield { ...value, extra: 1 };
    yield Object.assign(Object.create({ inherited: 1 }), value);
    yield Object.assign([], value);
    for (const [key, inner] of Object.entries(value)) {
      if (!mayLack) yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
      const isPart = mayLack || ['settings', 'layout', 'change', 'keys'].includes(key);
      for (const broken of damaged(inner, isPart)) yield { ...value, [key]: broken };
    }
  }
}

/** The valid message of a call with this text in place of each member, alone or in an array. */
function wrong(name: keyof Calls, text: string): readonly unknown[] {
  const value = Object(good[name]) as object;
  return Object.keys(value).flatMap((key) => [
    { ...value, [key]: [text] },
    { ...value, [key]: { [text]: text } },
    { ...value, [text]: text },
  ]);
}

describe('a message from the page', () => {
  test('has a schema on every channel, and on no other', { tags: ['row-135'] }, () => {
    expect(Object.keys(requestSchemas).sort()).toEqual([...callNames].sort());
    for (const name of callNames) expect(requestSchemas[name], name).toHaveProperty('~run');
  });

  for (const name of callNames) {
    test(`${name} is read if it matches its schema`, () => {
      expect(readRequest(name, good[name])).toEqual(good[name]);
    });

    test(`${name} is refused if it does not match its schema`, { tags: ['row-134', 'row-135'] }, () => {
      for (const raw of strange) expect(() => readRequest(name, raw)).toThrow(MalformedMessage);
    });

    test(`${name} is refused if any part of it is wrong`, { tags: ['row-135'] }, () => {
      for (const raw of damaged(good[name])) expect(() => readRequest(name, raw)).toThrow(MalformedMessage);
    });

    test(`${name} never passes on unknown parts`, { tags: ['row-135'] }, () => {
      fc.assert(
        fc.property(fc.anything({ withMap: true, withDate: true, withTypedArray: true }), (raw) => {
          try {
            expect(Object.keys(readRequest(name, raw) ?? {})).toEqual(
              Object.keys((good[name] as object) ?? {}),
            );
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedMessage);
          }
        }),
      );
    });
  }

  test('may have notes of several lines in a draft, or none', () => {
    const request = { draft: { ...draft, notes: 'a\nb' }, finding: null };
    expect(readRequest('addProfile', request)).toEqual(request);
    expect(() => readRequest('addProfile', { ...request, draft: { ...draft, notes: null } })).toThrow(
      MalformedMessage,
    );
  });

  test('that is far too long is refused', { tags: ['row-135'] }, () => {
    const password = 'x'.repeat(20_001);
    expect(() => readRequest('login', { ...(good.login as object), password })).toThrow(MalformedMessage);
    const tags = Array.from({ length: 1_001 }, () => 'x');
    expect(() => readRequest('addProfile', { draft: { ...draft, tags }, finding: null })).toThrow(
      MalformedMessage,
    );
  });

  test('is refused without repeating its content', { tags: ['row-151'] }, () => {
    const secret = 'correct horse';
    for (const name of callNames) {
      for (const raw of [
        secret,
        [secret],
        { [secret]: secret },
        { profileId: secret },
        ...wrong(name, secret),
      ]) {
        expect(() => readRequest(name, raw)).toThrow(/^Malformed message: (?!.*correct horse)/s);
      }
    }
  });

  test('keeps its numbers and lists in their bounds', { tags: ['row-135'] }, () => {
    const servers = Array.from(
      { length: maxBulkLogins + 1 },
      (_, at) => `${String(at).padStart(8, '0')}${profileId.slice(8)}`,
    );
    const tagsOf = (choice: object) => ({ layout: { columns: { tags: choice } } });
    const bounds: readonly [keyof Calls, object, object][] = [
      ['readJournal', { limit: 500 }, { limit: 501 }],
      ['keepPlace', { scrollTop: 1_000_000 }, { scrollTop: 1_000_001 }],
      ['keepPlace', { scrollTop: 0 }, { scrollTop: -1 }],
      ['endSessions', { keys: [0] }, { keys: [] }],
      ['endSessions', { keys: Array(maxKeys).fill(1) }, { keys: Array(maxKeys + 1).fill(1) }],
      ['removeMany', { profileIds: [profileId] }, { profileIds: [] }],
      ['removeMany', { profileIds: [profileId] }, { profileIds: [profileId, profileId] }],
      ['beginBulkLogin', { profileIds: [profileId] }, { profileIds: [] }],
      ['beginBulkLogin', { profileIds: [profileId] }, { profileIds: [profileId, profileId] }],
      ['beginBulkLogin', { profileIds: servers.slice(1) }, { profileIds: servers }],
      ['trustCertificate', { fingerprint: 'ab'.repeat(32) }, { fingerprint: 'AB'.repeat(32) }],
      ['trustCertificate', { fingerprint: 'ab'.repeat(32) }, { fingerprint: 'ab'.repeat(33) }],
      ['undo', { id: 1 }, { id: 1.5 }],
      ['moveProfiles', { order: [profileId] }, { order: [profileId, profileId] }],
      ['setAutoLogout', { lease: lease(1, 0) }, { lease: lease(0, 0) }],
      [
        'setAutoLogout',
        { lease: lease(maxAutoLogoutSeconds, 0) },
        { lease: lease(maxAutoLogoutSeconds + 1, 0) },
      ],
      ['setAutoLogout', { lease: lease(1, 1439) }, { lease: lease(1, 1440) }],
      ['changeLayout', { layout: { viewsWidth: 280 } }, { layout: { viewsWidth: 281 } }],
      ['changeLayout', { layout: { detailsWidth: 320 } }, { layout: { detailsWidth: 319 } }],
      [
        'changeLayout',
        { layout: { overviewColumns: ['name', 'role'] } },
        { layout: { overviewColumns: ['password'] } },
      ],
      [
        'changeLayout',
        { layout: { overviewColumns: serverTableColumns } },
        { layout: { overviewColumns: [...serverTableColumns, 'name'] } },
      ],
      [
        'changeLayout',
        { layout: { gridWidths: { overview: { name: 400 } } } },
        { layout: { gridWidths: { overview: { name: 401 } } } },
      ],
      ['changeLayout', tagsOf({ width: 60 }), tagsOf({ width: 59 })],
    ];
    for (const [name, inside, outside] of bounds) {
      const message = good[name] as object;
      expect(() => readRequest(name, { ...message, ...inside }), name).not.toThrow();
      expect(() => readRequest(name, { ...message, ...outside }), name).toThrow(MalformedMessage);
    }
  });

  test('keeps its texts in their lengths', { tags: ['row-135'] }, () => {
    const longest: readonly [keyof Calls, string, number][] = [
      ['renameTag', 'from', 500],
      ['renameTag', 'to', 500],
      ['addProfile', 'finding', 100],
      ['openBackup', 'planId', 100],
      ['unblockDevice', 'blockId', 100],
      ['dismissNotice', 'noticeId', 100],
      ['readJournal', 'text', 1_000],
      ['keepPlace', 'view', 500],
      ['keepPlace', 'search', 500],
      ['setUpdateSource', 'url', 2_000],
    ];
    for (const [name, key, length] of longest) {
      const withText = (text: string) => ({ ...(good[name] as object), [key]: text });
      expect(() => readRequest(name, withText('x'.repeat(length))), `${name} ${key}`).not.toThrow();
      expect(() => readRequest(name, withText('x'.repeat(length + 1))), `${name} ${key}`).toThrow(
        MalformedMessage,
      );
    }
  });

  test('may change only existing settings, to offered values', () => {
    for (const settings of [
      { theme: 'pink' },
      { constructor: true },
      { toString: true },
      { clearAfterSeconds: 31 },
    ]) {
      expect(() => readRequest('changeSettings', { settings })).toThrow(MalformedMessage);
    }
  });
});
