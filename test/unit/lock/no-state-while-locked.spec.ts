import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../contract/settings.ts';
import type { AppState, StateChange } from '../../../contract/state.ts';
import { changeAtUnlock, changeWhileLocked, stateWhileLocked } from '../../../main/lock/lock-policy.ts';

const lock = { kind: 'locked', reason: 'asked', keyring: null, passphrase: true } as const;
const lockAbilities = { idle: true, screen: true, sleep: true };
const storage = { kind: 'opening' } as const;

/** A full state; each part that can contain a server's name has one. */
const full = {
  revision: 7,
  rows: ['Airport'],
  storage,
  storageAsked: true,
  importAsked: true,
  taskAsked: { kind: 'log-in', profileId: 'Airport' },
  keyringAwaited: 'gnome-keyring',
  lock,
  lockAbilities,
  clipboard: { name: 'Airport' },
  settings: defaultSettings,
  language: 'en',
  notices: [{ name: 'Airport' }],
  bulkLogin: { rows: ['Airport'] },
  gateways: [{ profileId: 'Airport' }],
  liveFiles: [{ path: '/Airport/live.env' }],
  reminders: { due: ['Airport'], muted: ['Airport'], asked: true },
  programs: [{ profileId: 'Airport' }],
  runs: [{ kind: 'check', done: 1, count: 2 }],
  undoable: { name: 'Airport' },
  templates: [{ name: 'Airport' }],
  appVersion: '1.0.0',
  update: {
    support: 'yes',
    source: 'https://Airport/',
    skipped: null,
    step: { kind: 'failed', source: 'https://Airport/' },
  },
  managed: { locked: ['updates'], servers: ['Airport'] },
  updatedFrom: '0.9.0',
} as unknown as AppState;

describe('a locked page', () => {
  test('gets a state without any server, in rows, notices, clipboard or a bulk log-in', () => {
    expect(stateWhileLocked(full)).toEqual({
      ...{ revision: 7, storage, lock, lockAbilities, settings: defaultSettings, language: 'en' },
      ...{
        rows: [],
        storageAsked: false,
        importAsked: false,
        taskAsked: null,
        keyringAwaited: null,
        clipboard: null,
        notices: [],
        bulkLogin: null,
        gateways: [],
        liveFiles: [],
        reminders: { due: [], muted: [], asked: false },
        programs: [],
        runs: [],
        undoable: null,
        templates: [],
        appVersion: '1.0.0',
        update: { support: 'yes', source: null, skipped: null, step: { kind: 'idle', checkedAt: null } },
        managed: { locked: ['updates'], servers: [] },
        updatedFrom: '0.9.0',
      },
    });
    expect(JSON.stringify(stateWhileLocked(full))).not.toContain('Airport');
    expect(stateWhileLocked({ ...full, lock: { kind: 'open' } })).toMatchObject({ rows: ['Airport'] });
  });

  test('gets all of it back when it is unlocked', () => {
    const { clipboard, ...parts } = changeAtUnlock(full);
    const shown = { ...stateWhileLocked(full), ...parts, clipboard: clipboard?.note };
    expect(shown).toEqual({ ...full, lock: { kind: 'open' } });
    expect(Object.keys(parts), 'and nothing that it had').not.toContain('settings');
  });

  test('gets only lock, settings and language of a change', () => {
    const change = { ...full, gone: ['Airport'], clipboard: { note: { name: 'Airport' } } };
    expect(changeWhileLocked(change as unknown as StateChange)).toEqual({
      ...{ revision: 7, lock, settings: defaultSettings, language: 'en' },
    });
    for (const part of [
      'rows',
      'gone',
      'storage',
      'storageAsked',
      'importAsked',
      'taskAsked',
      'clipboard',
      'notices',
      'bulkLogin',
      'update',
    ])
      expect(changeWhileLocked({ revision: 8, [part]: ['Airport'] }), part).toBeNull();
  });
});
