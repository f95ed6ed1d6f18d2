import { describe, expect, test } from 'vitest';
import { callNames } from '../../../contract/call-names.ts';
import { mayCall, quickCalls } from '../../../main/ipc/sender.ts';

const windowFrame = { url: 'app://bundle/index.html' };
const quickFrame = { url: 'app://bundle/quick-access.html' };
const pages = [
  { frame: windowFrame, url: windowFrame.url, calls: 'all' },
  { frame: quickFrame, url: quickFrame.url, calls: quickCalls },
] as const;

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

  test('are told apart by their frames, not only by what they show', () => {
    const pretending = { url: windowFrame.url };
    expect(mayCall('readState', pretending, pages)).toBe(false);
    expect(mayCall('copySession', quickFrame, pages)).toBe(false);
    const moved = [{ frame: quickFrame, url: windowFrame.url, calls: 'all' }] as const;
    expect(mayCall('readState', quickFrame, moved)).toBe(false);
    expect(mayCall('readState', null, [{ frame: null, url: windowFrame.url, calls: 'all' }])).toBe(false);
  });
});
