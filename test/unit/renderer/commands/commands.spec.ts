import { describe, expect, test } from 'vitest';
import { unmanaged } from '../../../../contract/installation/policy.ts';
import { commandNames, defaultKeys } from '../../../../contract/keys.ts';
import { isOffered, whyNot } from '../../../../renderer/commands/availability.ts';
import {
  isServerMenuGroup,
  serverMenu,
  serverMenuGroups,
} from '../../../../renderer/commands/server-menu.ts';
import { sampleRow } from '../../../support/fixtures/row.ts';

describe('the menu of a server', () => {
  const menus = [serverMenu, ...Object.values(serverMenuGroups)];
  const entries = menus.flat().filter((entry) => entry !== null && !isServerMenuGroup(entry));

  test('has at most ten entries, and so has each group in it', () => {
    for (const menu of menus) expect(menu.filter((entry) => entry !== null).length).toBeLessThanOrEqual(10);
  });

  test('has each command once, and each with a key', () => {
    expect(new Set(entries).size).toBe(entries.length);
    for (const command of entries) {
      expect(commandNames).toContain(command);
      expect(defaultKeys[command as keyof typeof defaultKeys].length, String(command)).toBeGreaterThan(0);
    }
  });
});

describe('a command', () => {
  const row = sampleRow();

  test('that needs a session says so without one, and nothing logs in twice', () => {
    const out = { ...row, session: { phase: 'logged-out' } as const };
    const busy = { ...row, session: { phase: 'logging-in', before: { phase: 'logged-out' } } as const };
    for (const command of ['copyHeader', 'checkOne', 'logOut', 'sessionsHere'] as const) {
      expect(whyNot(command, out, unmanaged), command).toBe('no-session');
      expect(whyNot(command, busy, unmanaged), command).toBe('no-session');
    }
    for (const command of ['logInAgain', 'logInWithFace', 'pasteToken'] as const) {
      expect(whyNot(command, out, unmanaged), command).toBeNull();
      expect(whyNot(command, busy, unmanaged), command).toBe('under-way');
    }
    for (const command of ['edit', 'openInBrowser', 'favourite'] as const)
      expect(whyNot(command, busy, unmanaged), command).toBeNull();
  });

  test('that the organization keeps from a server says so', () => {
    const servers = { locked: ['servers'] as const, servers: [] };
    expect(whyNot('remove', row, { locked: [], servers: [row.profile.id] })).toBe('managed');
    expect(whyNot('remove', row, servers)).toBeNull();
    expect(whyNot('duplicate', row, servers)).toBe('managed');
    expect(whyNot('duplicate', row, { ...servers, servers: [row.profile.id] })).toBeNull();
  });

  test('is left out where a server cannot have it', () => {
    expect(isOffered('forgetPassword', { ...row, passwordKept: false })).toBe(false);
    expect(isOffered('forgetPassword', { ...row, passwordKept: true })).toBe(true);
    expect(isOffered('renewWithFace', { ...row, server: null })).toBe(false);
    expect(isOffered('logInAgain', row)).toBe(true);
  });
});
