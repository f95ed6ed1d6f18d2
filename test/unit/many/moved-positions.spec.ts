import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import { movedPositions } from '../../../main/many/moved-positions.ts';
import { withoutEdit } from '../../../main/many/profile-changes.ts';
import { idOf } from '../../support/fake-bridge/fake-rows.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const count = 8;
const start: readonly Profile[] = Array.from({ length: count }, (_, at) => sampleProfile({ id: idOf(at) }));

/** As the window sorts them: by position, those without one last and by ID here. */
function sorted(profiles: readonly Profile[]): readonly Profile[] {
  return profiles.toSorted(
    (one, other) => (one.position ?? 1e300) - (other.position ?? 1e300) || (one.id < other.id ? -1 : 1),
  );
}
const idsOf = (profiles: readonly Profile[]) => sorted(profiles).map(({ id }) => id);

function moved(profiles: readonly Profile[], ids: readonly ProfileId[], before: ProfileId | null) {
  const known = new Map(profiles.map((profile) => [profile.id, profile.position]));
  return movedPositions(idsOf(profiles), new Set(ids), before, (id) => known.get(id));
}

const put = (profiles: readonly Profile[], positions: ReadonlyMap<ProfileId, number>) =>
  profiles.map((profile) => {
    const position = positions.get(profile.id);
    return position === undefined ? profile : { ...profile, position };
  });

const ids = (...numbers: number[]) => numbers.map(idOf);
const last = idOf(count - 1);

describe('moving in the manual order', () => {
  test('numbers all at first, and only the moved ones afterwards', () => {
    const first = moved(start, ids(5), idOf(1));
    expect([...first.keys()]).toEqual(ids(0, 5, 1, 2, 3, 4, 6, 7));
    const numbered = put(start, first);
    expect(idsOf(numbered)).toEqual(ids(0, 5, 1, 2, 3, 4, 6, 7));
    const second = moved(numbered, ids(7, 2), idOf(5));
    expect([...second.keys()]).toEqual(ids(2, 7));
    expect(idsOf(put(numbered, second))).toEqual(ids(0, 2, 7, 5, 1, 3, 4, 6));
    expect(idsOf(put(numbered, moved(numbered, ids(0), null))).at(-1)).toBe(idOf(0));
  });

  test('puts a new profile, which has no position, at the end', () => {
    const numbered = put(start, moved(start, [last], idOf(0)));
    const added = [...numbered, sampleProfile({ id: idOf(90) })];
    expect(idsOf(added).at(-1)).toBe(idOf(90));
    expect(idsOf(put(added, moved(added, ids(90), last)))[0]).toBe(idOf(90));
  });

  test('numbers all again once there is no room between two', () => {
    let profiles = put(start, moved(start, [last], idOf(0)));
    let renumbered = 0;
    for (let turn = 0; turn < 200; turn += 1) {
      const [, second = last, third = last] = idsOf(profiles);
      const positions = moved(profiles, [third], second);
      if (positions.size > 1) renumbered += 1;
      profiles = put(profiles, positions);
      expect(idsOf(profiles)[1]).toBe(third);
    }
    expect(renumbered).toBeGreaterThan(0);
  });

  test('numbers all again if one has no position, or if they stand otherwise than shown', () => {
    const order = ids(0, 1, 2, 3);
    const given = (positions: readonly (number | undefined)[]) =>
      movedPositions(order, new Set(ids(3)), idOf(2), (id) => positions[order.indexOf(id)]);
    const all = new Map(ids(0, 1, 3, 2).map((id, index) => [id, (index + 1) * 1_000]));
    expect(given([undefined, 1, 2, 3])).toEqual(all);
    expect(given([3, 1, 2, 4])).toEqual(all);
    expect(given([1, 2, 3, 4])).toEqual(new Map([[idOf(3), 2.5]]));
  });

  test('to where they are, or before nothing that exists, changes nothing', () => {
    expect(moved(start, ids(1), idOf(2)).size).toBe(0);
    expect(moved(start, ids(1, 2), idOf(3)).size).toBe(0);
    expect(moved(start, [last], null).size).toBe(0);
    expect(moved(start, ids(1), idOf(99)).size).toBe(0);
    expect(moved(start, ids(99), idOf(1)).size).toBe(0);
  });

  test('any number of times keeps every profile once, puts it where it was asked, and is undone to the start', () => {
    const number = fc.integer({ min: 0, max: count - 1 });
    const move = fc.record({
      of: fc.uniqueArray(number, { minLength: 1, maxLength: 4 }),
      before: fc.option(number),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let profiles = start;
        const steps = moves.map(({ of, before }) => {
          const block = idsOf(profiles).filter((id) => ids(...of).includes(id));
          const target = before === null || of.includes(before) ? null : idOf(before);
          const positions = moved(profiles, block, target);
          const edits = profiles
            .filter(({ id }) => positions.has(id))
            .map((profile) => ({
              before: profile,
              after: { ...profile, position: positions.get(profile.id) ?? 0 },
            }));
          profiles = put(profiles, positions);
          const order = idsOf(profiles);
          expect(order.toSorted()).toEqual(idsOf(start).toSorted());
          const place = target === null ? count : order.indexOf(target);
          expect(order.slice(place - block.length, place)).toEqual(block);
          return edits;
        });
        for (const edits of steps.toReversed())
          profiles = profiles.map((profile) => {
            const edit = edits.find(({ before }) => before.id === profile.id);
            return edit ? withoutEdit(profile, edit) : profile;
          });
        expect(profiles).toEqual(start);
      }),
    );
  });
});
