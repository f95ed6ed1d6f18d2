import { describe, expect, test } from 'vitest';
import { asProfileId } from '../../../contract/profiles/profile.ts';
import { Permissions, spanMs } from '../../../main/cli/access/permissions.ts';

const airport = asProfileId('00000000-0000-4000-8000-000000000001');
const harbour = asProfileId('00000000-0000-4000-8000-000000000002');

describe('a permission', () => {
  test('is for one program and one server, until its time is over', () => {
    const permissions = new Permissions();
    permissions.give('python', airport, 'hour', 0);
    expect(permissions.verdict('python', airport, spanMs.hour - 1)).toBe(true);
    expect(permissions.verdict('python', harbour, 0)).toBeNull();
    expect(permissions.verdict('node', airport, 0)).toBeNull();
    expect(permissions.verdict('python', airport, spanMs.hour)).toBeNull();
    permissions.give('python', airport, 'until-lock', 0);
    expect(permissions.verdict('python', airport, 12 * 3_600_000 - 1)).toBe(true);
    expect(permissions.verdict('python', airport, 12 * 3_600_000)).toBeNull();
  });

  test('is never there for a program that is not known', () => {
    expect(new Permissions().verdict(null, airport, 0)).toBeNull();
  });

  test('ends with its server, and all end together', () => {
    const permissions = new Permissions();
    permissions.give('python', airport, 'hour', 0);
    permissions.give('python', harbour, 'hour', 0);
    permissions.forget(airport);
    expect(permissions.verdict('python', airport, 0)).toBeNull();
    expect(permissions.list(0)).toHaveLength(1);
    permissions.clear();
    expect(permissions.verdict('python', harbour, 0)).toBeNull();
  });

  test('is not asked for again in the moment after a refusal', () => {
    const permissions = new Permissions();
    permissions.refuse('python', airport, 0);
    expect(permissions.verdict('python', airport, 9_999)).toBe(false);
    expect(permissions.verdict('python', airport, 10_000)).toBeNull();
  });
});
