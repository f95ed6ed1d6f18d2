import { describe, expect, test } from 'vitest';
import type { RowStatus } from '../../../../contract/sessions/session.ts';
import { defaultSettings } from '../../../../contract/settings.ts';
import type { SearchRows } from '../../../../renderer/list/order.ts';
import {
  mainAction,
  mustBeHeld,
  otherActions,
} from '../../../../renderer/quick-access/actions/quick-action.ts';
import { findServers } from '../../../../renderer/quick-access/find-servers.ts';
import { held, idOf, rowOf } from '../../../support/fake-bridge/fake-rows.ts';

const named = (number: number, name: string, more: Partial<Parameters<typeof rowOf>[1]> = {}) =>
  rowOf(number, {
    name,
    address: `https://10.0.0.${number}`,
    userName: 'guard',
    session: held(Date.now(), 86_400_000, 'accepted'),
    ...more,
  });

describe('quick access', () => {
  test('lists first what was used last, and then the others in the order of the list', () => {
    const rows = [
      { ...named(1, 'Beta'), lastUsedAt: null },
      { ...named(2, 'Alpha'), lastUsedAt: null },
      { ...named(3, 'Gamma'), lastUsedAt: 5 },
      { ...named(4, 'Delta'), lastUsedAt: 9 },
    ];
    expect(findServers(rows, ' ', 'name', () => [])).toEqual([4, 3, 2, 1].map(idOf));
  });

  test('ranks what a search finds, and leaves out hidden servers', () => {
    const [one, two, three] = [named(1, 'A'), named(2, 'B'), named(3, 'C')];
    const hidden = { ...three, profile: { ...three.profile, hidden: true as const } };
    const ranks = [20, 10, 1];
    const find: SearchRows = (rows) => rows.map((row, index) => ({ row, rank: ranks[index] ?? 0 }));
    expect(findServers([one, two, hidden], 'x', 'name', find)).toEqual([2, 1].map(idOf));
    expect(findServers([one, two, hidden], 'is:hidden x', 'name', find)).toEqual([3, 2, 1].map(idOf));
  });

  test.each<readonly [RowStatus, string]>([
    ['accepted', 'copy'],
    ['unreachable', 'copy'],
    ['expired', 'log-in-again'],
    ['refused', 'log-in-again'],
    ['blocked', 'log-in-again'],
    ['unreadable', 'log-in-again'],
    ['logged-out', 'log-in'],
    ['certificate-changed', 'show'],
    ['logging-in', 'show'],
  ])('in the status %s Enter means %s', (status, kind) => {
    expect(mainAction(status).kind).toBe(kind);
    expect(otherActions(status).map((action) => action.kind)).not.toContain('copy');
  });

  test('has a press held for production exactly where the window asks', () => {
    const row = named(1, 'A', { environment: 'production' });
    const asks = { settings: { ...defaultSettings, confirmProduction: true }, templates: [] };
    expect(mustBeHeld({ kind: 'copy', format: null }, row, asks)).toBe(true);
    expect(mustBeHeld({ kind: 'copy', format: 'curl' }, row, asks)).toBe(true);
    expect(mustBeHeld({ kind: 'copy', format: 'curl-stdin' }, row, asks)).toBe(false);
    expect(mustBeHeld({ kind: 'show' }, row, asks)).toBe(false);
    expect(mustBeHeld({ kind: 'copy', format: null }, named(2, 'B'), asks)).toBe(false);
    const never = { settings: defaultSettings, templates: [] };
    expect(mustBeHeld({ kind: 'copy', format: null }, row, never)).toBe(false);
  });
});
