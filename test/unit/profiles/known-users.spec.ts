import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { User } from '../../../contract/sessions/user.ts';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { KnownUsers } from '../../../main/profiles/known-users.ts';
import { usersFormat } from '../../../main/profiles/saved/users-schema.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const permissions = Array.from({ length: 300 }, (_, number) => `ffsecurity.permission_${number}`);
const user = (id: number, rights = permissions): User => ({
  id,
  name: `user ${id}`,
  realName: 'Ana Núñez',
  active: true,
  comment: '',
  groups: [2],
  primaryGroup: 2,
  permissions: [...rights],
  cameraGroupPermissions: { '-1': 'view' },
  watchListPermissions: {},
  groupPermissions: { '2': 'edit' },
  language: 'es',
  hasFace: false,
  faceCover: null,
  adUser: false,
  createdAt: 1_700_000_000_000,
  modifiedAt: null,
  isAdmin: false,
});
const usersIn = (folder: string) => new KnownUsers(new DurableFile(join(folder, 'users.json'), usersFormat));
const [one, two, three] = [sampleProfile().id, sampleProfile().id, sampleProfile().id];

describe('the known users', () => {
  test('are complete after a restart', async () => {
    const folder = await freshFolder();
    const users = usersIn(folder);
    expect(await users.get(one)).toBeNull();
    await Promise.all([
      users.keep(one, user(1)),
      users.keep(two, user(2, ['a'])),
      users.keep(three, user(3)),
    ]);
    const again = usersIn(folder);
    expect(await again.get(one)).toEqual(user(1));
    expect(await again.get(two)).toEqual(user(2, ['a']));
    expect(await again.get(three)).toEqual(user(3));
  });

  test('are not read before they are needed', async () => {
    const folder = await freshFolder();
    usersIn(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  test('with the same permissions share one list, on the disk and in memory', async () => {
    const folder = await freshFolder();
    const users = usersIn(folder);
    for (const id of [one, two, three]) await users.keep(id, user(1));
    const text = await readFile(join(folder, 'users.json'), 'utf8');
    expect(text.split('permission_299')).toHaveLength(2);
    expect((await users.get(one))?.permissions).toBe((await users.get(two))?.permissions);
    const again = usersIn(folder);
    await again.keep(three, { ...user(1), comment: 'changed' });
    expect((await again.get(one))?.permissions).toBe((await again.get(three))?.permissions);
  });

  test('keep no list of permissions without a user', async () => {
    const users = usersIn(await freshFolder());
    const lists: WeakRef<readonly string[]>[] = [];
    for (let at = 0; at < 20; at += 1) {
      await users.keep(one, user(1, [...permissions, `another ${at}`]));
      lists.push(new WeakRef((await users.get(one))?.permissions ?? []));
    }
    await users.settle();
    // Collects what is only weakly held.
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    await expect
      .poll(() => {
        collect();
        return lists.filter((list) => list.deref() !== undefined).length;
      })
      .toBeLessThanOrEqual(2);
    expect((await users.get(one))?.permissions).toContain('another 19');
  });

  test('are not written again if unchanged', async () => {
    const folder = await freshFolder();
    await usersIn(folder).keep(one, user(1));
    const again = usersIn(folder);
    await writeFile(join(folder, 'users.json.bak'), 'a second write would replace this');
    await again.keep(one, user(1));
    expect(await readFile(join(folder, 'users.json.bak'), 'utf8')).toContain('second write');
  });

  test('are forgotten, in the backup too', { tags: ['row-112'] }, async () => {
    const folder = await freshFolder();
    const users = usersIn(folder);
    await users.keep(one, user(1));
    await users.keep(two, user(2));
    await users.forget(one);
    await users.forget(three);
    expect(await users.get(one)).toBeNull();
    expect(await usersIn(folder).get(one)).toBeNull();
    expect(await usersIn(folder).get(two)).toEqual(user(2));
    const backup = await readFile(join(folder, 'users.json.bak'), 'utf8');
    expect(backup).not.toContain(one);
    expect(backup).toContain(two);
  });

  test('start empty if their file is unreadable, which is quarantined', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'users.json'), 'junk');
    const users = usersIn(folder);
    expect(await users.get(one)).toBeNull();
    expect((await users.keep(one, user(1))).ok).toBe(true);
    expect(await usersIn(folder).get(one)).toEqual(user(1));
    expect((await readdir(folder)).filter((name) => name.includes('.corrupt-'))).toHaveLength(1);
  });

  test('of a newer version are left alone', async () => {
    const folder = await freshFolder();
    const newer = '{"fmt":"ffsm-users","v":2,"minReader":2}';
    await writeFile(join(folder, 'users.json'), newer);
    const users = usersIn(folder);
    expect((await users.keep(one, user(1))).ok).toBe(false);
    expect(await users.get(one), 'but known until the app quits').toEqual(user(1));
    expect(await readFile(join(folder, 'users.json'), 'utf8')).toBe(newer);
  });
});
