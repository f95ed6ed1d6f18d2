import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ManyChange } from '../../../contract/profiles/many.ts';
import { environments, type Profile } from '../../../contract/profiles/profile.ts';
import {
  changedProfile,
  changeKind,
  joinedEdits,
  withoutEdit,
  withTagRenamed,
} from '../../../main/many/profile-changes.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const start = sampleProfile({ tags: ['West', 'lab'], environment: 'none', favourite: false });

function changed(profile: Profile, change: ManyChange): Profile {
  const result = changedProfile(profile, change);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('a change of several profiles', () => {
  test('touches only what it names', () => {
    expect(changed(start, {})).toEqual(start);
    expect(changed(start, { environment: 'test' })).toEqual({ ...start, environment: 'test' });
    expect(changed(start, { favourite: true })).toEqual({ ...start, favourite: true });
    expect(changed(start, { addTags: ['x'] }).tags).toEqual(['West', 'lab', 'x']);
    expect(changed(start, { removeTags: ['West'], addTags: ['x'] }).tags).toEqual(['lab', 'x']);
  });

  test('takes tags that look the same for one', () => {
    expect(changed(start, { addTags: ['WEST', ' Lab '] }).tags).toEqual(['West', 'lab']);
    expect(changed(start, { removeTags: ['west', 'LAB'] }).tags).toEqual([]);
  });

  test('has the limits of a form, and can always take tags away', () => {
    const full = { ...start, tags: Array.from({ length: 20 }, (_, at) => `tag ${at}`) };
    expect(changedProfile(full, { addTags: ['x'] })).toMatchObject({ problem: { code: 'too-many-tags' } });
    expect(changedProfile(start, { addTags: ['x'.repeat(41)] })).toMatchObject({
      problem: { code: 'tag-too-long' },
    });
    const old = { ...start, tags: Array.from({ length: 30 }, (_, at) => `tag ${at}`) };
    expect(changed(old, { removeTags: ['tag 0'] }).tags).toHaveLength(29);
  });

  test('hides a profile by a field that the others do not have', () => {
    const hidden = changed(start, { hidden: true });
    expect(hidden).toEqual({ ...start, hidden: true });
    expect(changed(hidden, { favourite: true }).hidden).toBe(true);
    expect(Object.keys(changed(hidden, { hidden: false }))).not.toContain('hidden');
    expect(Object.keys(withoutEdit(hidden, { before: start, after: hidden }))).not.toContain('hidden');
  });

  test('chooses how a profile is copied by a field that the others do not have', () => {
    const chosen = changed(start, { copyFormat: 'value' });
    expect(chosen).toEqual({ ...start, copyFormat: 'value' });
    expect(Object.keys(withoutEdit(chosen, { before: start, after: chosen }))).not.toContain('copyFormat');
  });

  test('leaves a tag once where it gets the name of another', () => {
    expect(withTagRenamed(start, 'West', 'lab').tags).toEqual(['lab']);
  });

  test('that goes on with another one is undone back to before the first', () => {
    const [first, second] = [1, 2].map((position) => ({ ...start, position })) as [Profile, Profile];
    const joined = joinedEdits([{ before: start, after: first }], [{ before: first, after: second }]);
    expect(joined).toEqual([{ before: start, after: second }]);
  });

  test('that moved a profile for the first time leaves no position once it is undone', () => {
    const moved = { ...start, position: 1_000 };
    expect(Object.keys(withoutEdit(moved, { before: start, after: moved }))).not.toContain('position');
    expect(withoutEdit({ ...start, position: 7 }, { before: start, after: moved }).position).toBe(7);
  });

  test('has a name by what it changes', () => {
    expect(changeKind({ removeTags: ['x'], favourite: true })).toBe('tags');
    expect(changeKind({ environment: 'none' })).toBe('environment');
    expect(changeKind({ favourite: false })).toBe('favourite');
    expect(changeKind({ copyFormat: 'value' })).toBe('copy-format');
    expect(changeKind({ hidden: true })).toBe('hidden');
    expect(changeKind({ hidden: false })).toBe('shown');
  });

  test('is undone in any number of steps, back to the start', () => {
    const tags = fc.array(fc.constantFrom('West', 'lab', 'x', 'y'), { maxLength: 3 });
    const environment = fc.constantFrom(...environments);
    const parts = {
      addTags: tags,
      removeTags: tags,
      environment,
      favourite: fc.boolean(),
      hidden: fc.boolean(),
    };
    const change = fc.record(parts, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        let profile = start;
        const edits = changes.map((one) => {
          const before = profile;
          profile = changed(profile, one);
          return { before, after: profile };
        });
        for (const edit of edits.reverse()) profile = withoutEdit(profile, edit);
        expect(profile).toEqual(start);
      }),
    );
  });

  test('that is undone keeps what was changed otherwise since', () => {
    const after = changed(start, { addTags: ['x'], environment: 'test' });
    const edit = { before: start, after };
    const since = { ...after, name: 'New', environment: 'production' } as const;
    expect(withoutEdit(since, edit)).toEqual({ ...start, name: 'New', environment: 'production' });
  });
});
