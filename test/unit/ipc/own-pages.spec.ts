import { describe, expect, test } from 'vitest';
import { callNames } from '../../../contract/call-names.ts';
import {
  callerOf,
  mayAsk,
  type OwnPage,
  quickCalls,
  sideCalls,
  sideSettings,
} from '../../../main/ipc/sender.ts';

const windowFrame = { url: 'app://bundle/index.html' };
const quickFrame = { url: 'app://bundle/quick-access.html' };
const sideFrame = { url: 'app://bundle/index.html?details=1111111a-1111-4111-8111-111111111111' };
const pages: readonly OwnPage[] = [
  { frame: windowFrame, url: windowFrame.url, calls: 'all' },
  { frame: quickFrame, url: quickFrame.url, calls: quickCalls },
  { frame: sideFrame, url: sideFrame.url, calls: sideCalls, settings: sideSettings },
];

const mayCall = (...asked: Parameters<typeof callerOf>): boolean => callerOf(...asked) !== null;

describe('the pages of the app', () => {
  test('of the main window may make every call', () => {
    expect(callNames.filter((name) => !mayCall(name, windowFrame, pages))).toEqual([]);
  });

  test('of quick access may find, copy and lead to the main window, and nothing else', () => {
    expect(callNames.filter((name) => mayCall(name, quickFrame, pages)).sort()).toEqual([
      'hideQuickAccess',
      'keepQuickSearch',
      'openWebPage',
      'quickCopy',
      'readFormats',
      'readState',
      'recallQuickSearch',
      'showQuickAccess',
      'showServer',
      'unlock',
    ]);
  });

  test('of side windows may export nothing, and change neither settings nor what opens the vault', () => {
    const refused = callNames.filter((name) => !mayCall(name, sideFrame, pages));
    for (const name of [
      ...(['exportProfiles', 'backUp', 'importChosen', 'saveJournal', 'saveDiagnostics'] as const),
      ...(['changeKeys', 'setQuickKey', 'setUpdateSource', 'installUpdate'] as const),
      ...(['removePassphrase', 'letKeyringOpen', 'rotateKey', 'forgetAllPasswords'] as const),
      ...(['removeMany', 'logOutMany', 'beginBulkLogin', 'keepPlace', 'quickCopy'] as const),
    ])
      expect(refused, name).toContain(name);
    for (const name of ['readState', 'login', 'copySession', 'editProfile', 'listSessions', 'lock'] as const)
      expect(refused, name).not.toContain(name);
  });

  test('of side windows may turn presentation mode on and off, and change no other setting', () => {
    const [main, , side] = pages;
    if (main === undefined || side === undefined) throw new Error('no pages');
    const change = (settings: object) => ({ settings });
    expect(mayAsk(side, 'changeSettings', change({ presentation: true }))).toBe(true);
    expect(mayAsk(side, 'changeSettings', change({ presentation: false, confirmProduction: false }))).toBe(
      false,
    );
    expect(mayAsk(side, 'changeSettings', change({ theme: 'dark' }))).toBe(false);
    expect(mayAsk(main, 'changeSettings', change({ theme: 'dark' }))).toBe(true);
  });

  test('are told apart by their frames, not only by what they show', () => {
    const pretending = { url: windowFrame.url };
    expect(mayCall('readState', pretending, pages)).toBe(false);
    expect(mayCall('copySession', quickFrame, pages)).toBe(false);
    const moved: readonly OwnPage[] = [{ frame: quickFrame, url: windowFrame.url, calls: 'all' }];
    expect(mayCall('readState', quickFrame, moved)).toBe(false);
    expect(mayCall('readState', null, [{ frame: null, url: windowFrame.url, calls: 'all' }])).toBe(false);
  });

  test('that show another subject than theirs make no call', () => {
    const frame = { url: sideFrame.url.replace(/1$/, '2') };
    expect(mayCall('readState', frame, [{ frame, url: sideFrame.url, calls: sideCalls }])).toBe(false);
  });
});
