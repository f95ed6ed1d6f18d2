import { describe, expect, test } from 'vitest';
import { findServers, shortName } from '../../../main/cli/commands/find-server.ts';
import { rowOf } from '../../support/fake-bridge/fake-rows.ts';

const none = { phase: 'logged-out' } as const;
const rows = [
  rowOf(1, {
    session: none,
    name: 'Airport T1',
    address: 'https://10.0.4.7',
    userName: 'ivanov',
    tags: ['gates'],
  }),
  rowOf(2, { session: none, name: 'Airport T2', address: 'https://10.0.4.8', userName: 'ivanov' }),
  rowOf(3, { session: none, name: 'Airport', address: 'https://air.example', userName: 'guard' }),
  rowOf(4, { session: none, name: 'Порт', address: 'https://port.example', userName: 'ivanov' }),
  rowOf(5, { session: none, name: 'Порт', address: 'https://port.example', userName: 'guard' }),
];

const twin = { name: 'Порт', address: 'https://port.example:8443', userName: 'ivanov' };

function never(): never {
  throw new Error('There is one');
}

function found(name: string): readonly string[] {
  const result = findServers(rows, name, { now: Date.now(), expiringMs: 14 * 86_400_000 });
  const all = result.kind === 'one' ? [result.row] : result.kind === 'several' ? result.rows : [];
  return all.map(({ profile }) => `${profile.userName}@${profile.name}`);
}

describe('a name on the command line', () => {
  test.each([
    ['airport', ['guard@Airport']],
    ['  AIRPORT t1 ', ['ivanov@Airport T1']],
    ['t1', ['ivanov@Airport T1']],
    ['10.0.4.8', ['ivanov@Airport T2']],
    ['https://10.0.4.8', ['ivanov@Airport T2']],
    ['gates', ['ivanov@Airport T1']],
    ['air', ['ivanov@Airport T1', 'ivanov@Airport T2', 'guard@Airport']],
    ['порт', ['ivanov@Порт', 'guard@Порт']],
    ['guard@порт', ['guard@Порт']],
    ['airprot', []],
    ['port', ['ivanov@Порт', 'guard@Порт', 'ivanov@Airport T1', 'ivanov@Airport T2', 'guard@Airport']],
    ['фшкзщке е2', ['ivanov@Airport T2']],
    ['user:ivanov air', ['ivanov@Airport T1', 'ivanov@Airport T2']],
    ['tag:gates', ['ivanov@Airport T1']],
    ['', []],
  ])('%s', (name, expected) => {
    expect(found(name)).toEqual(expected);
  });

  test('is as short as it can be', () => {
    const names = rows.map(({ profile }) => shortName(rows, profile));
    expect(names).toEqual(['Airport T1', 'Airport T2', 'Airport', 'ivanov@Порт', 'guard@Порт']);
    const twins = [...rows, rowOf(6, { ...twin, session: none })];
    expect(shortName(twins, twins[3]?.profile ?? never())).toBe(rows[3]?.profile.id);
  });
});
