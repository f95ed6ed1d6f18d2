import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { ProfileStore } from '../../../main/profiles/profile-store.ts';
import { profilesFormat } from '../../../main/profiles/saved/profiles-schema.ts';
import { mountDisk, noRealDisk } from '../../support/files/real-disk.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { noteMeasured } from '../../support/measured.ts';

const page = 4096;
const diskPages = 64;
const diskFull = { ok: false, problem: { code: 'not-saved', file: 'profiles.json', reason: 'disk-full' } };

const bookIn = (folder: string) =>
  new ProfileStore(new DurableFile(join(folder, 'profiles.json'), profilesFormat));

/** Fills the disk except for this many pages. */
async function fillBut(folder: string, free: number): Promise<void> {
  const filler = join(folder, 'filler');
  await writeFile(filler, Buffer.alloc(page * diskPages)).catch(() => undefined);
  const { length } = await readFile(filler);
  await writeFile(filler, Buffer.alloc(Math.max(0, length - free * page)));
}

/** The content of the saved file and of its backup. */
async function contents(folder: string): Promise<readonly string[]> {
  const names = ['profiles.json', 'profiles.json.bak'];
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

describe('a real disk that is full', { tags: ['row-89'] }, () => {
  test('leaves the profiles on it valid, whatever room is left, and loses none in memory', async ({
    skip,
  }) => {
    const disk = await mountDisk((diskPages * page) / 1024);
    skip(disk === null, noRealDisk);
    if (!disk) return;
    const { folder } = disk;
    const tally = { saved: 0, refused: 0 };
    try {
      const profileStore = bookIn(folder);
      await profileStore.open();
      // Eight pages, so that the disk can be full before, during and after the write.
      const profiles = Array.from({ length: 80 }, (_, at) => sampleProfile({ name: `Server ${at}` }));
      for (const profile of profiles) await profileStore.add(profile);
      const [first] = profiles;
      if (!first) throw new Error('There is a first profile');
      for (let free = 0; free < 16; free += 1) {
        await fillBut(folder, free);
        const before = await contents(folder);
        const name = `Renamed with ${free} pages left`;
        const result = await profileStore.change(first.id, { name });
        if (result.ok) tally.saved += 1;
        else {
          tally.refused += 1;
          expect(result).toEqual(diskFull);
          expect(await contents(folder), 'both generations are as they were').toEqual(before);
        }
        expect(profileStore.get(first.id)?.profile.name, 'in memory it is kept').toBe(name);
        const names = ['filler', 'profiles.json', 'profiles.json.bak'];
        expect((await readdir(folder)).sort(), 'nothing is left behind').toEqual(names);
        const again = bookIn(folder);
        expect(await again.open()).toEqual({ kind: 'ok' });
        expect(again.all()).toHaveLength(80);
      }
      expect(tally.refused, 'the disk was full at times').toBeGreaterThan(3);
      expect(tally.saved, 'and at others it was not').toBeGreaterThan(3);
      await fillBut(folder, 0);
      expect(await profileStore.change(first.id, { name: 'Kept in memory' })).toEqual(diskFull);
      await rm(join(folder, 'filler'));
      expect((await profileStore.change(first.id, { favourite: true })).ok, 'room again').toBe(true);
      const reopened = bookIn(folder);
      await reopened.open();
      expect(reopened.get(first.id)?.profile).toEqual({ ...first, name: 'Kept in memory', favourite: true });
    } finally {
      disk.unmount();
    }
    const description = `full disk: ${tally.refused} saves refused, ${tally.saved} done, 0 files damaged`;
    noteMeasured(description);
  });
});
