import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import type { FileFormat } from '../../../main/files/file-format.ts';
import { ProfileStore } from '../../../main/profiles/profile-store.ts';
import {
  makeSavedProfiles,
  maxProfiles,
  profilesFormat,
  unknownSession,
} from '../../../main/profiles/saved/profiles-schema.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { numbered, numberedAt } from '../../support/files/numbered-shape.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { noteMeasured } from '../../support/measured.ts';

const entry = (name: string) => ({ ...unknownSession, profile: sampleProfile({ name }) });
const profilesOf = (count: number) =>
  makeSavedProfiles(Array.from({ length: count }, (_, at) => entry(`Server ${at}`)));

/** A file as after a system crash: empty, only NULs, or truncated. */
function damages(whole: Buffer): readonly (readonly [string, Buffer])[] {
  const cuts = Array.from({ length: 64 }, (_, at) => Math.floor(((at + 1) * (whole.length - 1)) / 64));
  return [
    ['0 bytes', Buffer.alloc(0)],
    ['only NULs', Buffer.alloc(whole.length)],
    ...cuts.map((length) => [`cut to ${length} bytes`, whole.subarray(0, length)] as const),
    ...cuts.map((length) => {
      const padded = Buffer.alloc(whole.length);
      whole.copy(padded, 0, 0, length);
      return [`${length} bytes and then NULs`, padded] as const;
    }),
  ];
}

interface Subject<Value> {
  readonly name: string;
  readonly shape: FileFormat<Value>;
  readonly value: Value;
  readonly before: Value;
}

async function damageEach<Value>({ name, shape, value, before }: Subject<Value>): Promise<number> {
  const whole = Buffer.from(shape.write(value));
  const cases = damages(whole);
  for (const [what, bytes] of cases) {
    const folder = await freshFolder();
    const path = join(folder, name);
    await writeFile(path, bytes);
    await writeFile(`${path}.bak`, shape.write(before));
    const opening = await new DurableFile(path, shape).open();
    expect(opening, what).toMatchObject({ kind: 'restored', why: 'damaged', value: before });
    if (opening.kind !== 'restored') throw new Error(what);
    expect(await readFile(join(folder, opening.keptAs)), 'what was damaged is kept').toEqual(bytes);
    expect(await new DurableFile(path, shape).open(), 'and all is well').toEqual({
      kind: 'ok',
      value: before,
    });

    const alone = await freshFolder();
    await writeFile(join(alone, name), bytes);
    const file = new DurableFile(join(alone, name), shape);
    expect(await file.open(), what).toMatchObject({ kind: 'unreadable', keptAs: name });
    expect((await file.save(() => value)).ok, 'without a backup nothing is written over it').toBe(false);
    expect(await readFile(join(alone, name))).toEqual(bytes);
    expect(await readdir(alone)).toEqual([name]);
  }
  return cases.length;
}

describe('a file damaged by a system crash', { tags: ['row-76'] }, () => {
  test('is replaced by its backup and quarantined: profiles', async () => {
    const subject = { name: 'profiles.json', shape: profilesFormat };
    const count = await damageEach({ ...subject, value: profilesOf(12), before: profilesOf(11) });
    noteMeasured(`damaged profiles: ${count} of ${count} restored`);
  });

  test('is replaced by its backup and quarantined: a file with generations, like the vault', async () => {
    const subject = { name: 'vault.json', shape: numbered };
    const count = await damageEach({ ...subject, value: numberedAt(5), before: numberedAt(4) });
    noteMeasured(`damaged vaults: ${count} of ${count} restored`);
  });
});

describe('a file with too many profiles', { tags: ['row-85'] }, () => {
  test('has at most 10 000, which are saved and read again', async () => {
    const path = join(await freshFolder(), 'profiles.json');
    await writeFile(path, profilesFormat.write(profilesOf(maxProfiles)));
    const profileStore = new ProfileStore(new DurableFile(path, profilesFormat));
    const start = performance.now();
    expect(await profileStore.open()).toEqual({ kind: 'ok' });
    const opened = performance.now();
    expect(profileStore.all()).toHaveLength(maxProfiles);
    expect(await profileStore.add(sampleProfile()), 'not one more').toMatchObject({ ok: false });
    const [first] = profileStore.all();
    if (!first) throw new Error('There is a first profile');
    const changing = performance.now();
    expect((await profileStore.change(first.profile.id, { name: 'Renamed' })).ok).toBe(true);
    const times = [opened - start, performance.now() - changing].map((ms) => Math.round(ms));
    const description = `10 000 profiles: opened in ${times[0]} ms, saved in ${times[1]} ms`;
    noteMeasured(description);
  });

  test('is not read if it is too large, and its backup is used', async () => {
    const folder = await freshFolder();
    const path = join(folder, 'profiles.json');
    const whole = profilesFormat.write(profilesOf(1));
    await writeFile(path, whole.padEnd(profilesFormat.largest + 1));
    await writeFile(`${path}.bak`, whole);
    const profileStore = new ProfileStore(new DurableFile(path, profilesFormat));
    expect(await profileStore.open()).toMatchObject({ kind: 'restored' });
    expect(profileStore.all()).toHaveLength(1);
  });
});
