import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { StateChange } from '../../../contract/state.ts';
import { answersOf } from '../../support/answers.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

async function addMany(app: HeadlessApp, count: number): Promise<readonly ProfileId[]> {
  const drafts = Array.from({ length: count }, (_, number) =>
    sampleDraft({ address: `https://10.1.${number >> 8}.${number & 255}`, name: `Server ${number}` }),
  );
  const added = await app.parts.profileEditor.addAll(drafts.map((draft) => ({ draft, brought: {} })));
  return added.flatMap((one) => (one.ok ? [one.value] : []));
}

const everything = { profileId: null, kind: null, text: '', before: null, limit: 100 } as const;

describe('a change of several servers', { timeout: 60_000 }, () => {
  test('is one change of the state, one save and one entry of the journal for thousands', async ({ app }) => {
    const ids = await addMany(app, 5_000);
    const calls = answersOf(app);
    const changes: StateChange[] = [];
    app.parts.live.watch((change) => changes.push(change));
    await calls.changeMany({ profileIds: ids, change: { addTags: ['customer x'] } });
    expect(changes.filter(({ rows }) => rows).map(({ rows }) => rows?.length)).toEqual([5_000]);
    const text = await readFile(join(app.folder, 'profiles.json'), 'utf8');
    expect(text.split('customer x')).toHaveLength(5_001);
    const journal = await calls.readJournal(everything);
    if (!journal.ok) throw new Error('no journal');
    expect(journal.value.entries[0]).toMatchObject({ what: 'profiles-edited', facts: { profiles: 5_000 } });
    expect(journal.value.entries[1]).toMatchObject({ what: 'profile-added' });

    changes.length = 0;
    await calls.undo({ id: app.parts.live.read().undoable?.id ?? 0 });
    expect(changes.filter(({ rows }) => rows).map(({ rows }) => rows?.length)).toEqual([5_000]);
    expect(await readFile(join(app.folder, 'profiles.json'), 'utf8')).not.toContain('customer x');
  });

  test('renames, merges and removes a tag everywhere: one save, one step', async ({ app }) => {
    const ids = await addMany(app, 3);
    const [one, two, three] = ids;
    if (!one || !two || !three) throw new Error('not added');
    const calls = answersOf(app);
    await calls.changeMany({ profileIds: [one, two], change: { addTags: ['metro', 'lab'] } });
    await calls.changeMany({ profileIds: [three], change: { addTags: ['Museum'] } });
    const tags = () => ids.map((id) => app.row(id).profile.tags.join());
    const undo = () => calls.undo({ id: app.parts.live.read().undoable?.id ?? 0 });
    const changes: StateChange[] = [];
    app.parts.live.watch((change) => changes.push(change));
    await calls.renameTag({ from: 'metro', to: ' Metro line ' });
    expect(tags()).toEqual(['Metro line,lab', 'Metro line,lab', 'Museum']);
    expect(changes.filter(({ rows }) => rows)).toHaveLength(1);
    expect(app.parts.live.read().undoable).toMatchObject({ kind: 'tags', count: 2 });
    await undo();
    await calls.renameTag({ from: 'lab', to: 'METRO' });
    expect(tags(), 'into the one that looks the same').toEqual(['metro', 'metro', 'Museum']);
    await calls.renameTag({ from: 'metro', to: 'museum' });
    expect(tags()).toEqual(['Museum', 'Museum', 'Museum']);
    await calls.renameTag({ from: 'Museum', to: 'museum' });
    expect(tags(), 'in another spelling').toEqual(['museum', 'museum', 'museum']);
    await calls.renameTag({ from: 'museum', to: null });
    expect(tags()).toEqual(['', '', '']);
    expect(await readFile(join(app.folder, 'profiles.json'), 'utf8')).not.toMatch(/museum/i);
    for (let step = 0; step < 4; step += 1) await undo();
    expect(tags()).toEqual(['metro,lab', 'metro,lab', 'Museum']);
    const tooLong = await calls.renameTag({ from: 'metro', to: 'x'.repeat(41) });
    expect(tooLong).toMatchObject({ problem: { code: 'tag-too-long' } });
    await calls.renameTag({ from: 'unknown', to: 'x' });
    expect(tags()).toEqual(['metro,lab', 'metro,lab', 'Museum']);
  });

  test('that moves them is saved at once, and undone at once', async ({ app }) => {
    const ids = await addMany(app, 5_000);
    const calls = answersOf(app);
    const changes: StateChange[] = [];
    app.parts.live.watch((change) => changes.push(change));
    const [first = null, ...others] = ids.slice(0, 4);
    await calls.moveProfiles({ profileIds: others, before: first, order: ids });
    expect(changes.filter(({ rows }) => rows).map(({ rows }) => rows?.length)).toEqual([5_000]);
    expect(app.parts.live.read().undoable).toMatchObject({ kind: 'moved', count: 3 });
    const saved = async () =>
      JSON.parse(await readFile(join(app.folder, 'profiles.json'), 'utf8')).profiles.flatMap(
        ({ profile }: { profile: { position?: number } }) => profile.position ?? [],
      );
    expect((await saved()).slice(0, 5)).toEqual([4_000, 1_000, 2_000, 3_000, 5_000]);
    await calls.undo({ id: app.parts.live.read().undoable?.id ?? 0 });
    expect(await saved()).toEqual([]);
    const journal = await calls.readJournal(everything);
    if (!journal.ok) throw new Error('no journal');
    expect(journal.value.entries[0]).toMatchObject({ what: 'profile-added' });
  });

  test('that moves them by a held key is one step, and one with no other change', async ({ app }) => {
    const ids = await addMany(app, 4);
    const [a = null, b, c, d] = ids;
    if (a === null || !b || !c || !d) throw new Error('not added');
    const calls = answersOf(app);
    const undo = () => calls.undo({ id: app.parts.live.read().undoable?.id ?? 0 });
    const positions = () => app.parts.live.rows().map(({ profile }) => profile.position);
    await calls.moveProfiles({ profileIds: [d], before: c, order: ids });
    await calls.moveProfiles({ profileIds: [d], before: b, order: [a, b, d, c], goesOn: true });
    await calls.moveProfiles({ profileIds: [d], before: a, order: [a, d, b, c], goesOn: true });
    const moved = positions();
    await calls.moveProfiles({ profileIds: [d], before: b, order: [d, a, b, c] });
    await undo();
    expect(positions(), 'the key was pressed anew').toEqual(moved);
    await calls.moveProfiles({ profileIds: [d], before: b, order: [d, a, b, c] });
    const alone = positions();
    await calls.moveProfiles({ profileIds: [c], before: b, order: [a, d, b, c], goesOn: true });
    await undo();
    expect(positions(), 'another profile was moved last').toEqual(alone);
    await undo();
    expect(positions()).toEqual(moved);
    await calls.moveProfiles({ profileIds: [d], before: b, order: [d, a, b, c] });
    const once = positions();
    await calls.changeMany({ profileIds: [a], change: { favourite: true } });
    await calls.moveProfiles({ profileIds: [d], before: c, order: [a, d, b, c], goesOn: true });
    await undo();
    expect(positions(), 'something else was changed between').toEqual(once);
    await undo();
    await undo();
    await undo();
    expect(positions()).toEqual([undefined, undefined, undefined, undefined]);
    expect(app.parts.live.read().undoable).toBeNull();
  });

  test('that changes nothing is no step, and one that is refused changes nothing', async ({ app }) => {
    const ids = await addMany(app, 3);
    const calls = answersOf(app);
    await calls.changeMany({ profileIds: ids, change: { removeTags: ['x'], environment: 'none' } });
    await calls.moveProfiles({ profileIds: ids.slice(0, 1), before: ids[1] ?? null, order: ids });
    expect(app.parts.live.read().undoable).toBeNull();
    const tooLong = { profileIds: ids, change: { addTags: ['x'.repeat(50)], favourite: true } };
    expect(await calls.changeMany(tooLong)).toMatchObject({ problem: { code: 'tag-too-long' } });
    expect(app.parts.live.rows().some(({ profile }) => profile.favourite)).toBe(false);
  });

  test('is undone only where nothing else has changed since', async ({ app }) => {
    const [one, two] = await addMany(app, 2);
    if (!one || !two) throw new Error('not added');
    const calls = answersOf(app);
    await calls.changeMany({ profileIds: [one, two], change: { environment: 'test', favourite: true } });
    const draft = sampleDraft({ address: 'https://10.1.0.1', name: 'New', environment: 'production' });
    await app.parts.profileEditor.edit(two, draft);
    await app.parts.profileRemoval.remove(one, false);
    await calls.undo({ id: 2 });
    await calls.undo({ id: 1 });
    expect(app.row(one).profile).toMatchObject({ environment: 'none', favourite: false });
    expect(app.row(two).profile).toMatchObject({ name: 'New', environment: 'production', favourite: false });
  });
});
