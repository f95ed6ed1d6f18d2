import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DurableFile } from '../../../main/disk/durable-file.ts';
import { ProfileBook } from '../../../main/profiles/profile-book.ts';
import { savedProfilesShape } from '../../../main/profiles/saved-profiles.ts';
import { freshFolder } from '../../support/fresh-folder.ts';
import { sampleProfile } from '../../support/sample-profile.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const copy = 'profiles.json.v1-2026-11-24T12-00-00.000Z';

/** A file as version 1 of the format wrote it, to the letter. */
const version1 =
  '{"fmt":"ffsm-profiles","v":1,"minReader":1,"profiles":[{"profile":{"id":"0a1b2c3d-0a1b-4c3d-8e1b-0a1b2c3d4e5f",' +
  '"name":"Lobby","address":{"origin":"https://10.0.4.7","basePath":""},"userName":"admin","tags":["north"],' +
  '"environment":"production","favourite":true,"tls":{"mode":"system"},"deviceId":"ffsm-desk-0a1b2c3d"},' +
  '"session":{"loggedInAt":1700000000000,"expiresAt":1800000000000,"skewMs":0,"fingerprint":"0a1b2c3d",' +
  '"lastCheck":{"verdict":"accepted","at":1700000000001,"tookMs":12}},"user":{"name":"admin","realName":"Ana",' +
  '"role":"administrator","adUser":false},"lastUsedAt":1700000000002}]}';

/** The book of a folder, opened. */
async function bookIn(folder: string): Promise<ProfileBook> {
  const options = { now: () => noon };
  const book = new ProfileBook(new DurableFile(join(folder, 'profiles.json'), savedProfilesShape, options));
  expect(await book.open()).toEqual({ kind: 'ok' });
  return book;
}

test.describe('profiles of version 1', () => {
  test('are all there, and a copy of their file stays when the first change is saved', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'profiles.json'), version1);
    const book = await bookIn(folder);
    expect(book.all()).toEqual(JSON.parse(version1).profiles);
    expect(book.seenVault()).toBeNull();
    expect(await readFile(join(folder, 'profiles.json'), 'utf8'), 'reading changes nothing').toBe(version1);

    const added = sampleProfile();
    expect((await book.add(added)).ok).toBe(true);
    await book.noteVault({ vaultId: '0a1b2c3d-0a1b-4c3d-8e1b-0a1b2c3d4e5f', gen: 3 });
    expect(await readFile(join(folder, copy), 'utf8')).toBe(version1);
    const written = JSON.parse(await readFile(join(folder, 'profiles.json'), 'utf8'));
    expect(written).toMatchObject({ fmt: 'ffsm-profiles', v: 2, minReader: 2, vault: { gen: 3 } });
    expect((await readdir(folder)).sort()).toEqual(['profiles.json', 'profiles.json.bak', copy]);
    const reopened = await bookIn(folder);
    expect(reopened.all().map(({ profile }) => profile.name)).toEqual(['Lobby', added.name]);
  });
});
