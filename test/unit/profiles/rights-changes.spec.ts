import { describe, expect, test } from 'vitest';
import type { User } from '../../../contract/sessions/user.ts';
import { rightsDifference, withDifference } from '../../../main/profiles/rights-changes.ts';
import { sampleUser } from '../../support/fixtures/user.ts';

const user = sampleUser({ groups: [2, 14], permissions: ['a.view_event', 'a.delete_event'] });
const difference = (before: Partial<User>, after: Partial<User>) => {
  const found = rightsDifference({ ...user, ...before }, { ...user, ...after });
  if (found === null) throw new Error('Nothing changed');
  return found;
};

describe('the rights of a user', () => {
  test('are compared by rights only, and only for the same user', () => {
    expect(
      rightsDifference(user, { ...user, realName: 'I', permissions: [...user.permissions].reverse() }),
    ).toBeNull();
    expect(rightsDifference(user, { ...user, name: 'petrov', permissions: [] })).toBeNull();
  });

  test('that changed are named, with groups, role and whether the user is active', () => {
    expect(
      difference(
        {},
        { permissions: ['a.view_event', 'a.add_card'], groups: [3], primaryGroup: 3, active: false },
      ),
    ).toEqual({
      lost: ['a.delete_event'],
      gained: ['a.add_card'],
      groupsLeft: [2, 14],
      groupsJoined: [3],
      role: { from: 'operator', to: 'user' },
      active: false,
    });
  });

  test('that come back before anybody looked leave no change', () => {
    const fewer = { permissions: ['a.view_event'], groups: [3], primaryGroup: 3, active: false };
    const unseen = withDifference(null, difference({}, fewer), 1);
    expect(unseen).toMatchObject({ lost: { count: 1, names: ['a.delete_event'] } });
    expect(withDifference(unseen, difference(fewer, {}), 2)).toBeNull();
  });

  test('are counted in full and named up to twenty', () => {
    const many = { permissions: Array.from({ length: 279 }, (_, at) => `a.view_thing${at}`) };
    const change = withDifference(null, difference(many, { permissions: [] }), 1);
    expect(change?.lost.count).toBe(279);
    expect(change?.lost.names).toHaveLength(20);
  });
});
