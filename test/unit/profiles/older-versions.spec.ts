import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { ProfileStore } from '../../../main/profiles/profile-store.ts';
import { profilesFormat } from '../../../main/profiles/saved/profiles-schema.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const copyOf = (version: number) => `profiles.json.v${version}-2026-11-24T12-00-00.000Z`;

const profiles =
  '[{"profile":{"id":"0a1b2c3d-0a1b-4c3d-8e1b-0a1b2c3d4e5f",' +
  '"name":"Lobby","address":{"origin":"https://10.0.4.7","basePath":""},"userName":"admin","tags":["north"],' +
  '"environment":"production","favourite":true,"tls":{"mode":"system"},"deviceId":"ffsm-desk-0a1b2c3d"},' +
  '"session":{"loggedInAt":1700000000000,"expiresAt":1800000000000,"skewMs":0,"fingerprint":"0a1b2c3d",' +
  '"lastCheck":{"verdict":"accepted","at":1700000000001,"tookMs":12}},"user":{"name":"admin","realName":"Ana",' +
  '"role":"administrator","adUser":false},"lastUsedAt":1700000000002}]';

/** Files exactly as older versions wrote them, with the vault generation they had seen. */
const olderFiles = [
  { version: 1, text: `{"fmt":"ffsm-profiles","v":1,"minReader":1,"profiles":${profiles}}`, seen: null },
  {
    version: 2,
    text:
      '{"fmt":"ffsm-profiles","v":2,"minReader":2,' +
      `"vault":{"vaultId":"0a1b2c3d-0a1b-4c3d-8e1b-0a1b2c3d4e5f","gen":2},"profiles":${profiles}}`,
    seen: { vaultId: '0a1b2c3d-0a1b-4c3d-8e1b-0a1b2c3d4e5f', gen: 2 },
  },
];

/** Opens the profile store of a folder. */
async function bookIn(folder: string): Promise<ProfileStore> {
  const options = { now: () => noon };
  const profileStore = new ProfileStore(
    new DurableFile(join(folder, 'profiles.json'), profilesFormat, options),
  );
  expect(await profileStore.open()).toEqual({ kind: 'ok' });
  return profileStore;
}

for (const { version, text, seen } of olderFiles) {
  describe(`profiles of version ${version}`, () => {
    test('are all there, and a copy of their file is kept when the first change is saved', async () => {
      const folder = await freshFolder();
      await writeFile(join(folder, 'profiles.json'), text);
      const profileStore = await bookIn(folder);
      expect(profileStore.all()).toMatchObject(JSON.parse(text).profiles);
      expect(profileStore.seenVault()).toEqual(seen);
      expect(await readFile(join(folder, 'profiles.json'), 'utf8'), 'reading changes nothing').toBe(text);

      const added = sampleProfile();
      expect((await profileStore.add(added)).ok).toBe(true);
      await profileStore.noteVault({ vaultId: '0a1b2c3d-0a1b-4c3d-8e1b-0a1b2c3d4e5f', gen: 3 });
      expect(await readFile(join(folder, copyOf(version)), 'utf8')).toBe(text);
      const written = JSON.parse(await readFile(join(folder, 'profiles.json'), 'utf8'));
      expect(written).toMatchObject({ fmt: 'ffsm-profiles', v: 3, minReader: 3, vault: { gen: 3 } });
      const files = ['profiles.json', 'profiles.json.bak', copyOf(version)];
      expect((await readdir(folder)).sort()).toEqual(files);
      const reopened = await bookIn(folder);
      expect(reopened.all().map(({ profile }) => profile.name)).toEqual(['Lobby', added.name]);
    });
  });
}
