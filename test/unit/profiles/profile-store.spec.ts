import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { realDisk } from '../../../main/files/file-system.ts';
import { ProfileStore } from '../../../main/profiles/profile-store.ts';
import { maxAuthorities } from '../../../main/profiles/saved/authorities-schema.ts';
import {
  makeSavedProfiles,
  maxProfiles,
  profilesFormat,
  unknownSession,
} from '../../../main/profiles/saved/profiles-schema.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const bookIn = (folder: string) =>
  new ProfileStore(new DurableFile(join(folder, 'profiles.json'), profilesFormat));

/** A profile store with two profiles, reopened. */
async function bookOfTwo() {
  const folder = await freshFolder();
  const profileStore = bookIn(folder);
  expect(await profileStore.open()).toEqual({ kind: 'missing' });
  const [one, two] = [sampleProfile({ name: 'One' }), sampleProfile({ name: 'Two' })];
  await profileStore.add(one);
  await profileStore.add(two);
  const reopened = bookIn(folder);
  expect(await reopened.open()).toEqual({ kind: 'ok' });
  return { folder, profileStore: reopened, one, two };
}

describe('the profile store of profiles', () => {
  test('keeps profiles in the order in which they were added', async () => {
    const { profileStore, one, two } = await bookOfTwo();
    expect(profileStore.all()).toEqual([
      { ...unknownSession, profile: one },
      { ...unknownSession, profile: two },
    ]);
    expect(profileStore.get(two.id)?.profile).toEqual(two);
    expect(profileStore.fileName).toBe('profiles.json');
  });

  test('learns CAs up to a limit, and one that it knows beyond it', async () => {
    const { profileStore } = await bookOfTwo();
    const learn = (number: number) => profileStore.learnAuthority({ fingerprint: String(number), pem: '' });
    for (let number = 1; number <= maxAuthorities; number += 1) expect(learn(number)).toBe(true);
    expect(learn(0)).toBe(false);
    expect(learn(maxAuthorities)).toBe(true);
  });

  test('that is full refuses new profiles', async () => {
    const folder = await freshFolder();
    const many = Array.from({ length: maxProfiles }, () => ({ ...unknownSession, profile: sampleProfile() }));
    await writeFile(join(folder, 'profiles.json'), profilesFormat.write(makeSavedProfiles(many)));
    const profileStore = bookIn(folder);
    await profileStore.open();
    const problem = { code: 'list-full', most: maxProfiles };
    expect(await profileStore.add(sampleProfile())).toEqual({ ok: false, problem });
    const removed = { ...unknownSession, profile: sampleProfile() };
    expect(await profileStore.restore([removed])).toEqual({ ok: false, problem });
    expect(profileStore.all()).toHaveLength(maxProfiles);
  });

  test('keeps changes, facts and removals', async () => {
    const { folder, profileStore, one, two } = await bookOfTwo();
    const session = {
      loggedInAt: 1,
      expiresAt: 2,
      leaseEndsAt: null,
      skewMs: 0,
      fingerprint: '0a1b2c3d',
      lastCheck: null,
      wayIn: 'face',
    } as const;
    await profileStore.change(one.id, { name: 'Uno', favourite: true, hidden: true });
    await profileStore.keepFacts(one.id, { session, lastUsedAt: 3 });
    await profileStore.remove([two.id]);
    const reopened = bookIn(folder);
    await reopened.open();
    const changed = { ...one, name: 'Uno', favourite: true, hidden: true };
    expect(reopened.all()).toEqual([{ ...unknownSession, profile: changed, session, lastUsedAt: 3 }]);
  });

  test('applies a change at once, and writes concurrent changes once', async () => {
    const { folder, one, two } = await bookOfTwo();
    let writes = 0;
    const disk = {
      ...realDisk,
      rename: async (from: string, to: string) => {
        if (to.endsWith('profiles.json')) writes += 1;
        await realDisk.rename(from, to);
      },
    };
    const path = join(folder, 'profiles.json');
    const profileStore = new ProfileStore(
      new DurableFile(path, profilesFormat, { disk: disk as typeof realDisk }),
    );
    await profileStore.open();
    void profileStore.change(one.id, { name: 'Uno' });
    void profileStore.change(two.id, { name: 'Dos' });
    for (let at = 0; at < 100; at += 1) void profileStore.keepFacts(one.id, { lastUsedAt: at });
    expect(profileStore.get(one.id)).toMatchObject({ profile: { name: 'Uno' }, lastUsedAt: 99 });
    await profileStore.settle();
    expect(writes).toBe(1);
    expect(JSON.parse(await readFile(path, 'utf8')).profiles[0].lastUsedAt).toBe(99);
  });

  test('knows the taken names, except the one of the profile that is edited', async () => {
    const { profileStore, one } = await bookOfTwo();
    expect(profileStore.takenNames()).toEqual(['One', 'Two']);
    expect(profileStore.takenNames(one.id)).toEqual(['Two']);
  });

  test('keeps nothing of a removed profile, neither in its file nor in the backup', {
    tags: ['row-112'],
  }, async () => {
    const { folder, profileStore, one, two } = await bookOfTwo();
    await profileStore.change(one.id, { name: 'Uno' });
    expect((await profileStore.remove([two.id])).ok).toBe(true);
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      expect(text, name).not.toContain(two.id);
      expect(text, name).toContain(one.id);
    }
  });

  test('reports a missing profile', async () => {
    const { profileStore, one } = await bookOfTwo();
    await profileStore.remove([one.id]);
    const gone = { ok: false, problem: { code: 'profile-gone' } };
    expect(await profileStore.change(one.id, {})).toEqual(gone);
    expect(await profileStore.keepFacts(one.id, {})).toEqual(gone);
    expect(await profileStore.remove([one.id])).toEqual(gone);
  });

  test('refuses a duplicate ID', async () => {
    const { profileStore, one } = await bookOfTwo();
    expect((await profileStore.add({ ...one, name: 'Twin' })).ok).toBe(false);
    expect(profileStore.get(one.id)?.profile.name).toBe('One');
  });

  test('restores its backup and reports it', async () => {
    const { folder, one } = await bookOfTwo();
    await writeFile(join(folder, 'profiles.json'), '{');
    const profileStore = bookIn(folder);
    expect(await profileStore.open()).toMatchObject({
      kind: 'restored',
      keptAs: expect.stringContaining('.corrupt-'),
    });
    expect(profileStore.all().map(({ profile }) => profile)).toEqual([one]);
  });

  test('shows what is valid if neither file is, and overwrites none', {
    tags: ['row-86'],
  }, async () => {
    const { folder, two } = await bookOfTwo();
    const bad = {
      ...makeSavedProfiles([]),
      profiles: [{ profile: 'junk' }, { ...unknownSession, profile: two }],
    };
    for (const name of ['profiles.json', 'profiles.json.bak'])
      await writeFile(join(folder, name), JSON.stringify(bad));
    const profileStore = bookIn(folder);
    expect(await profileStore.open()).toEqual({ kind: 'unreadable', keptAs: 'profiles.json' });
    expect(profileStore.all().map(({ profile }) => profile)).toEqual([two]);
    const added = await profileStore.add(sampleProfile());
    expect(added).toEqual({
      ok: false,
      problem: { code: 'not-saved', file: 'profiles.json', reason: 'unreadable' },
    });
    expect(profileStore.all(), 'but it is there until the app quits').toHaveLength(2);
    expect(await readFile(join(folder, 'profiles.json'), 'utf8')).toBe(JSON.stringify(bad));
    expect((await readdir(folder)).sort()).toEqual(['profiles.json', 'profiles.json.bak']);
  });

  test('of a newer version opens empty and is not overwritten', { tags: ['row-84'] }, async () => {
    const { folder } = await bookOfTwo();
    const newer = '{"fmt":"ffsm-profiles","v":4,"minReader":4}';
    await writeFile(join(folder, 'profiles.json'), newer);
    const profileStore = bookIn(folder);
    expect(await profileStore.open()).toEqual({ kind: 'newer' });
    expect(profileStore.all()).toEqual([]);
    expect(await profileStore.add(sampleProfile())).toMatchObject({ problem: { reason: 'newer-version' } });
    expect(await readFile(join(folder, 'profiles.json'), 'utf8')).toBe(newer);
  });

  test('that cannot be read says why', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'file'), '');
    const profileStore = bookIn(join(folder, 'file'));
    expect(await profileStore.open()).toEqual({ kind: 'io-error', reason: 'other' });
  });
});
