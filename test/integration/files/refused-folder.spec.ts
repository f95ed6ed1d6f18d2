import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileIn, sidesIn } from '../../support/files/kept-lines.ts';
import {
  isRoot,
  lesserFolder,
  lesserId,
  oneSaveProgram,
  own,
  saveAsLesser,
} from '../../support/files/lesser-user.ts';
import { mountDisk, noRealDisk } from '../../support/files/real-disk.ts';

const ok = { kind: 'ok', value: 'two' };
const done = { ok: true };
const notSaved = (reason: string) => ({
  ok: false,
  problem: { code: 'not-saved', file: 'lines.txt', reason },
});

interface Case {
  readonly title: string;
  readonly needsRoot?: true;
  prepare(folder: string): Promise<void>;
  readonly opening: unknown;
  readonly saved: unknown;
}

const cases: readonly Case[] = [
  {
    title: 'in a folder that is closed for writing',
    prepare: (folder) => chmod(folder, 0o500),
    opening: ok,
    saved: notSaved('not-permitted'),
  },
  {
    title: 'in a folder that is closed altogether',
    prepare: (folder) => chmod(folder, 0o000),
    opening: { kind: 'io-error', reason: 'not-permitted' },
    saved: notSaved('not-permitted'),
  },
  {
    title: 'in a folder of another user',
    needsRoot: true,
    prepare: async (folder) => {
      await own(folder, 0);
      await chmod(folder, 0o755);
    },
    opening: ok,
    saved: notSaved('not-permitted'),
  },
  {
    title: 'that is closed for writing itself',
    prepare: (folder) => chmod(join(folder, 'lines.txt'), 0o400),
    opening: ok,
    saved: notSaved('not-permitted'),
  },
  {
    title: 'that is closed altogether itself',
    prepare: (folder) => chmod(join(folder, 'lines.txt'), 0o000),
    opening: { kind: 'io-error', reason: 'not-permitted' },
    saved: notSaved('not-permitted'),
  },
  {
    title: 'of another user',
    needsRoot: true,
    prepare: (folder) => own(join(folder, 'lines.txt'), 0),
    opening: { kind: 'io-error', reason: 'not-permitted' },
    saved: notSaved('not-permitted'),
  },
];

/** Everything visible in a folder: names, permissions, owners and contents. */
async function picture(folder: string): Promise<unknown> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    ['.', ...names].map(async (name) => {
      const { mode, uid } = await stat(join(folder, name));
      return { name, mode, uid, text: name === '.' ? '' : await readFile(join(folder, name), 'utf8') };
    }),
  );
}

describe('a saved file that must not be written', { tags: ['row-91'] }, () => {
  beforeEach(({ skip }) => skip(process.platform === 'win32', 'NOT TESTED HERE: Windows has no such rights'));
  let program = '';
  beforeAll(async () => {
    program = await oneSaveProgram();
  });

  for (const { title, needsRoot, prepare, opening, saved } of cases) {
    test(`${title} is left unchanged with its permissions, and reported`, async ({ skip }) => {
      skip(needsRoot === true && !isRoot, 'NOT TESTED HERE: only root can give files away');
      const folder = await lesserFolder();
      await prepare(folder);
      // Without permission to read, only root can compare.
      const before = isRoot ? await picture(folder) : null;
      expect(await saveAsLesser(program, folder)).toEqual({ opening, saved });
      if (isRoot) expect(await picture(folder)).toEqual(before);
      await chmod(folder, 0o700);
    });
  }

  test('because of its owner, but can be read, is replaced by our own and quarantined', async ({ skip }) => {
    skip(!isRoot, 'NOT TESTED HERE: only root can give files away');
    const folder = await lesserFolder();
    await own(join(folder, 'lines.txt'), 0);
    await chmod(join(folder, 'lines.txt'), 0o644);
    expect(await saveAsLesser(program, folder)).toMatchObject({ opening: ok, saved: done });
    expect(await readFile(join(folder, 'lines.txt'), 'utf8')).toBe('v1 new end');
    expect(await readFile(join(folder, 'lines.txt.bak'), 'utf8')).toBe('v1 two end');
    expect(await stat(join(folder, 'lines.txt'))).toMatchObject({ uid: lesserId, mode: 0o100600 });
  });

  test('on a read-only disk is shown, like its backup, and nothing is changed', async ({ skip }) => {
    const disk = await mountDisk(256);
    skip(disk === null, noRealDisk);
    if (!disk) return;
    try {
      const good = fileIn(disk.folder);
      await good.open();
      for (const value of ['one', 'two']) await good.save(() => value);
      disk.makeReadOnly();
      expect(await good.save(() => 'three')).toEqual(notSaved('read-only'));
      const file = fileIn(disk.folder);
      expect(await file.open()).toEqual(ok);
      expect(await file.save(() => 'three')).toEqual(notSaved('read-only'));
      expect(await sidesIn(disk.folder)).toEqual([]);
      expect(await fileIn(disk.folder).open(), 'still').toEqual(ok);
    } finally {
      disk.unmount();
    }
  });

  test('that is damaged on a read-only disk shows its backup, and is not overwritten', async ({ skip }) => {
    const disk = await mountDisk(256);
    skip(disk === null, noRealDisk);
    if (!disk) return;
    try {
      await writeFile(join(disk.folder, 'lines.txt'), 'junk');
      await writeFile(join(disk.folder, 'lines.txt.bak'), 'v1 one end');
      disk.makeReadOnly();
      const file = fileIn(disk.folder);
      expect(await file.open()).toMatchObject({ kind: 'restored', value: 'one', keptAs: 'lines.txt' });
      expect(await file.save(() => 'two')).toEqual(notSaved('unreadable'));
    } finally {
      disk.unmount();
    }
  });
});
