import { describe, expect, test } from 'vitest';
import { unmanaged } from '../../../../contract/installation/policy.ts';
import { defaultLayout } from '../../../../contract/layout.ts';
import { defaultSettings } from '../../../../contract/settings.ts';
import type { StateChange } from '../../../../contract/state.ts';
import { useAppState } from '../../../../renderer/state/app-state.ts';
import { applyChange } from '../../../../renderer/state/apply-change.ts';
import { sampleRow } from '../../../support/fixtures/row.ts';

const row = sampleRow();
const mirror = { ...useAppState.getInitialState(), revision: 4, rows: [row] };

/** Each part with a value that the mirror does not have; a new part of `StateChange` needs one, or this does not compile. */
const change: Required<StateChange> = {
  revision: 5,
  since: 4,
  rows: [{ ...row, checking: true }],
  gone: [],
  storage: { kind: 'sealed', by: 'kwallet', passphrase: true },
  storageAsked: true,
  importAsked: true,
  taskAsked: { kind: 'log-in', profileId: row.profile.id },
  keyringAwaited: 'kwallet',
  lock: { kind: 'locked', reason: 'asked', keyring: null, passphrase: true },
  lockAbilities: { idle: true, screen: true, sleep: true },
  clipboardAbilities: { system: 'wayland', marks: true, unfocused: false },
  trayAbilities: { inTray: false, startAtLogin: false },
  clipboard: {
    note: {
      profileId: row.profile.id,
      name: 'Airport T2',
      userName: 'guard2',
      production: true,
      format: 'curl',
      copiedAt: 1,
      clearsAt: 2,
      endsAt: null,
      overdue: false,
    },
  },
  settings: { ...defaultSettings, density: 'compact' },
  layout: { ...defaultLayout, viewsWidth: 200 },
  keys: { export: ['F9'] },
  quickKey: { key: 'Mod+Shift+Space', proof: 'works' },
  used: { export: 1 },
  templates: [{ id: 'template-1', name: 'Ours', text: '{{token}}' }],
  language: 'ru',
  notices: [{ id: 'n1', code: 'file-newer', file: 'profiles.json' }],
  gateways: [{ profileId: row.profile.id, access: 'read', path: '/', endsAt: 3, requests: 1 }],
  liveFiles: [
    {
      ...{ id: '0123456789ab', profileId: row.profile.id, kind: 'ask', format: 'env', path: '/a/b.env' },
      ...{ state: { kind: 'ready' }, lastRead: null },
    },
  ],
  reminders: { due: [row.profile.id], muted: [], asked: true },
  programs: [{ id: 'a1', profileId: row.profile.id, program: 'python3', use: 'read', until: 3 }],
  bulkLogin: { userName: 'guard2', isRunning: true, entries: [] },
  runs: [{ kind: 'check', done: 1, count: 2 }],
  undoable: { id: 1, kind: 'tags', count: 1, name: 'Airport T2', sessionsLeft: 0 },
  update: { support: 'yes', source: null, skipped: null, step: { kind: 'checking' } },
  managed: { ...unmanaged, locked: ['density'] },
  updatedFrom: '1.0.0',
};
const { revision, since: _since, gone: _gone, clipboard, ...parts } = change;

describe('a change in the mirror', () => {
  test('reaches it with every part', () => {
    const whole = { ...parts, clipboard: clipboard.note };
    for (const [name, value] of Object.entries(whole)) expect({ ...mirror }).not.toHaveProperty(name, value);
    expect(applyChange(mirror, change)).toEqual({ ...mirror, revision, ...whole });
    expect(applyChange(mirror, { revision, gone: [row.profile.id] }).rows).toEqual([]);
  });

  test.each(Object.keys(change) as (keyof StateChange)[])(
    'leaves the parts besides %s as they were',
    (name) => {
      const after = applyChange(mirror, { revision, [name]: change[name] });
      const others = Object.entries({ ...mirror, revision }).filter(([part]) => part !== name);
      expect(after).toMatchObject(Object.fromEntries(others));
    },
  );
});
