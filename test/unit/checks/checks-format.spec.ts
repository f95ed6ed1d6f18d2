import { describe, expect, test } from 'vitest';
import { maxCheckPoints } from '../../../contract/sessions/checking.ts';
import { checksFormat, pointLength } from '../../../main/checks/checks-format.ts';
import { maxProfiles } from '../../../main/profiles/saved/profiles-schema.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const { id } = sampleProfile();
const fileWith = (checks: unknown) => JSON.stringify({ fmt: 'ffsm-checks', v: 1, minReader: 1, checks });
const pointsOf = (points: unknown) => fileWith([{ profileId: id, points }]);

describe('the saved checks', () => {
  test('of the largest list are within the limit of their file', () => {
    const points = Array.from({ length: maxCheckPoints }, () => [1_764_000_000_000.123, 6, 1_234_567]).flat();
    const ids = Array.from({ length: maxProfiles }, () => sampleProfile().id);
    const text = checksFormat.write(new Map(ids.map((one) => [one, points])));
    expect(text.length).toBeLessThan(checksFormat.largest);
    expect(checksFormat.read(text).kind).toBe('good');
  });

  test.each([
    ['too many checks', pointsOf(new Array((maxCheckPoints + 1) * pointLength).fill(0))],
    ['a part of a check', pointsOf([0, 0])],
    ['an unknown verdict', pointsOf([0, 7, 1])],
    ['a verdict between two', pointsOf([0, 0.5, 1])],
    ['a negative response time', pointsOf([0, 0, -2])],
    ['a response time without end', pointsOf([0, 0, 1e300])],
    ['a time that no calendar has', pointsOf([9e15, 0, 1])],
    ['a text as number', pointsOf([0, '0', 1])],
    ['an object as list', pointsOf({ length: 3 })],
    ['no ID', fileWith([{ profileId: '__proto__', points: [] }])],
    ['too many profiles', fileWith(new Array(maxProfiles + 1).fill({ profileId: id, points: [] }))],
    ['no list', fileWith(null)],
    ['another file', JSON.stringify({ fmt: 'ffsm-users', v: 1, minReader: 1, checks: [] })],
    ['deep nesting', '['.repeat(100_000)],
  ])('with %s count as absent', (_, text) => {
    expect(checksFormat.read(text)).toEqual({ kind: 'corrupt' });
  });

  test('without a response are read', () => {
    expect(checksFormat.read(pointsOf([1_764_000_000_000, 4, -1]))).toMatchObject({ kind: 'good' });
  });
});
