import { describe, expect, test } from 'vitest';
import { asProfileId } from '../../../contract/profiles/profile.ts';
import { Permissions, spanMs } from '../../../main/cli/access/permissions.ts';

const airport = asProfileId('00000000-0000-4000-8000-000000000001');
const reach = 'https://10.0.4.7 ivanov';
const harbour = asProfileId('00000000-0000-4000-8000-000000000002');

describe('a permission', () => {
  test('is for one program and one server, until its time is over', () => {
    const permissions = new Permissions();
    permissions.give(
      { identity: 'python', program: 'python', profileId: airport, use: 'read', reach },
      'hour',
      0,
    );
    expect(permissions.verdict('python', airport, 'read', spanMs.hour - 1)).toBe(true);
    expect(permissions.verdict('python', harbour, 'read', 0)).toBeNull();
    expect(permissions.verdict('node', airport, 'read', 0)).toBeNull();
    expect(permissions.verdict('python', airport, 'read', spanMs.hour)).toBeNull();
    permissions.give(
      { identity: 'python', program: 'python', profileId: airport, use: 'read', reach },
      'until-lock',
      0,
    );
    expect(permissions.verdict('python', airport, 'read', 12 * 3_600_000 - 1)).toBe(true);
    expect(permissions.verdict('python', airport, 'read', 12 * 3_600_000)).toBeNull();
  });

  test('is never there for a program that is not known', () => {
    expect(new Permissions().verdict(null, airport, 'read', 0)).toBeNull();
  });

  test('ends with its server, and all end together', () => {
    const permissions = new Permissions();
    permissions.give(
      { identity: 'python', program: 'python', profileId: airport, use: 'read', reach },
      'hour',
      0,
    );
    permissions.give(
      { identity: 'python', program: 'python', profileId: harbour, use: 'read', reach },
      'hour',
      0,
    );
    permissions.forget(airport);
    expect(permissions.verdict('python', airport, 'read', 0)).toBeNull();
    expect(permissions.list(0)).toHaveLength(1);
    permissions.clear();
    expect(permissions.verdict('python', harbour, 'read', 0)).toBeNull();
  });

  test('is not asked for again in the moment after a refusal', () => {
    const permissions = new Permissions();
    permissions.refuse({ identity: 'python', profileId: airport, use: 'read' }, 0);
    expect(permissions.verdict('python', airport, 'read', 59_999)).toBe(false);
    expect(permissions.verdict('python', airport, 'read', 60_000)).toBeNull();
  });

  test('to read covers sending, which covers reading from the server, and none covers more', () => {
    const uses = ['read', 'send', 'get'] as const;
    const verdicts = uses.map((use) => {
      const permissions = new Permissions();
      permissions.give({ identity: 'agent', program: 'agent', profileId: airport, use, reach }, 'hour', 0);
      return uses.map((asked) => permissions.verdict('agent', airport, asked, 0));
    });
    expect(verdicts).toEqual([
      [true, true, true],
      [null, true, true],
      [null, null, true],
    ]);
  });

  test('ends when its profile leads to another server or user', () => {
    const permissions = new Permissions();
    permissions.give(
      { identity: 'python', program: 'python', profileId: airport, use: 'read', reach },
      'hour',
      0,
    );
    expect(permissions.follow(airport, reach)).toBe(false);
    expect(permissions.follow(harbour, 'elsewhere')).toBe(false);
    expect(permissions.verdict('python', airport, 'read', 0)).toBe(true);
    expect(permissions.follow(airport, 'https://evil.example ivanov')).toBe(true);
    expect(permissions.verdict('python', airport, 'read', 0)).toBeNull();
  });

  test('of programs that are not known is refused for all of them', () => {
    const permissions = new Permissions();
    permissions.refuse({ identity: null, profileId: airport, use: 'read' }, 0);
    expect(permissions.verdict(null, airport, 'read', 1)).toBe(false);
    expect(permissions.verdict(null, harbour, 'read', 1)).toBeNull();
    expect(permissions.verdict('python', airport, 'read', 1)).toBeNull();
  });
});
