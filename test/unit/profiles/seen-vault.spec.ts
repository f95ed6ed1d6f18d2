import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { ProfileStore } from '../../../main/profiles/profile-store.ts';
import { profilesFormat } from '../../../main/profiles/saved/profiles-schema.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const vaultId = randomUUID();

/** Opens the profile store of a folder. */
async function bookIn(folder: string): Promise<ProfileStore> {
  const profileStore = new ProfileStore(new DurableFile(join(folder, 'profiles.json'), profilesFormat));
  await profileStore.open();
  return profileStore;
}

describe('the vault generation in the profile store', { tags: ['row-81'] }, () => {
  test('is absent at first, and kept after a restart', async () => {
    const folder = await freshFolder();
    const profileStore = await bookIn(folder);
    expect(profileStore.seenVault()).toBeNull();
    expect((await profileStore.noteVault({ vaultId, gen: 7 })).ok).toBe(true);
    expect(profileStore.seenVault()).toEqual({ vaultId, gen: 7 });
    expect((await bookIn(folder)).seenVault()).toEqual({ vaultId, gen: 7 });
  });

  test('is the last one seen, so that a rollback is reported once', async () => {
    const folder = await freshFolder();
    const profileStore = await bookIn(folder);
    for (const gen of [7, 9, 8]) await profileStore.noteVault({ vaultId, gen });
    expect(profileStore.seenVault()).toEqual({ vaultId, gen: 8 });
    const another = { vaultId: randomUUID(), gen: 1 };
    await profileStore.noteVault(another);
    expect((await bookIn(folder)).seenVault()).toEqual(another);
  });

  test('is not written again if unchanged, and stays with every other save', async () => {
    const folder = await freshFolder();
    const profileStore = await bookIn(folder);
    await profileStore.noteVault({ vaultId, gen: 7 });
    await writeFile(join(folder, 'profiles.json'), 'untouched');
    expect((await profileStore.noteVault({ vaultId, gen: 7 })).ok).toBe(true);
    expect(await readFile(join(folder, 'profiles.json'), 'utf8')).toBe('untouched');
    await profileStore.add(sampleProfile());
    expect((await bookIn(folder)).seenVault()).toEqual({ vaultId, gen: 7 });
  });

  test('is in memory, but reported as not saved, if the file must not be written', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'profiles.json'), 'junk');
    const profileStore = await bookIn(folder);
    expect(await profileStore.noteVault({ vaultId, gen: 7 })).toMatchObject({
      problem: { reason: 'unreadable' },
    });
    expect(profileStore.seenVault()).toEqual({ vaultId, gen: 7 });
  });
});
