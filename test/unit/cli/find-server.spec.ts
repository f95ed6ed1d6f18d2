import { describe, expect, test } from 'vitest';
import { findServers } from '../../../main/cli/commands/find-server.ts';
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

function found(name: string): readonly string[] {
  const result = findServers(rows, name);
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
    ['port', ['ivanov@Порт', 'guard@Порт']],
    ['', []],
  ])('%s', (name, expected) => {
    expect(found(name)).toEqual(expected);
  });
});
