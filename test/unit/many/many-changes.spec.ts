import { expect, test } from 'vitest';
import { done, fail } from '../../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import { ManyChanges } from '../../../main/many/many-changes.ts';
import type { UndoStep } from '../../../main/state/undo-steps.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const profileOf = (at: number, tags: readonly string[]): Profile => ({
  ...sampleProfile(),
  id: `00000000-0000-4000-8000-00000000000${at}` as ProfileId,
  tags,
});

/** Two servers, of which a policy keeps the ones in `kept` as they are. */
function twoServers() {
  const profiles = new Map(
    [profileOf(1, ['lab']), profileOf(2, ['lab', 'metro'])].map((one) => [one.id, one]),
  );
  const steps: UndoStep[] = [];
  const kept = new Set<ProfileId>();
  const saved: (readonly Profile[])[] = [];
  const changes = new ManyChanges({
    sessions: {
      profile: (id) => profiles.get(id),
      rows: () => [...profiles.values()].map((profile) => ({ ...sampleRow(), profile })),
      updateAll: (changed) => {
        for (const one of changed) profiles.set(one.id, one);
      },
    },
    profileStore: {
      changeAll: async (changed) => {
        saved.push(changed);
        return done;
      },
    },
    serverRules: { refuses: (_, { id }) => (kept.has(id) ? fail({ code: 'managed' }) : null) },
    undoSteps: { isLast: () => false, push: (step) => void steps.push(step) },
  });
  const ids = [...profiles.keys()];
  return {
    changes,
    steps,
    kept,
    saved,
    ids,
    tags: () => [...profiles.values()].map(({ tags }) => tags.join()),
  };
}

test('A change that the policy refuses for one server changes none of them', async () => {
  const { changes, steps, kept, ids, tags } = twoServers();
  kept.add(ids[1] as ProfileId);
  const refused = { ok: false, problem: { code: 'managed' } };
  expect(await changes.change(ids, { addTags: ['x'] })).toEqual(refused);
  expect(await changes.renameTag('lab', 'x')).toEqual(refused);
  expect(tags()).toEqual(['lab', 'lab,metro']);
  expect(steps).toEqual([]);
});

test('An undo leaves a server as it is that the policy keeps by now', async () => {
  const { changes, steps, kept, ids, tags } = twoServers();
  await changes.change(ids, { addTags: ['x'] });
  kept.add(ids[1] as ProfileId);
  expect(await steps[0]?.undo()).toEqual(done);
  expect(tags()).toEqual(['lab', 'lab,metro,x']);
});

test('An undo saves no server that was changed otherwise since', async () => {
  const { changes, steps, saved, ids } = twoServers();
  await changes.change(ids, { favourite: true });
  await changes.change(ids.slice(0, 1), { favourite: false });
  await steps[0]?.undo();
  expect(saved.at(-1)?.map(({ id }) => id)).toEqual(ids.slice(1));
  await steps[0]?.undo();
  expect(saved).toHaveLength(3);
});

test('A change of servers that are gone says so', async () => {
  const { changes } = twoServers();
  const gone = ['00000000-0000-4000-8000-000000000009' as ProfileId];
  expect(await changes.change(gone, { favourite: true })).toMatchObject({
    problem: { code: 'profile-gone' },
  });
});

test('A tag that is renamed to nothing that can be seen is removed', async () => {
  const { changes, tags } = twoServers();
  expect(await changes.renameTag('lab', ' \u200b ')).toEqual(done);
  expect(tags()).toEqual(['', 'metro']);
});
