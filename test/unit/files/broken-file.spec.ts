import { link, readdir, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { contentOf, fileIn, sidesIn } from '../../support/files/kept-lines.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const refused = (reason: string) => ({
  ok: false,
  problem: { code: 'not-saved', file: 'lines.txt', reason },
});

/** A folder with this file and this backup; null: absent. */
async function folderWith(kept: string | null, backup: string | null): Promise<string> {
  const folder = await freshFolder();
  if (kept !== null) await writeFile(join(folder, 'lines.txt'), kept);
  if (backup !== null) await writeFile(join(folder, 'lines.txt.bak'), backup);
  return folder;
}

describe('a damaged file', () => {
  const broken = {
    'is empty': '',
    'is all NULs': '\0'.repeat(10),
    'was cut short': 'v1 two',
    'is no text': Buffer.from('v1 \xff end', 'latin1'),
    'is far too large': `v1 ${'x'.repeat(1_000_000)} end`,
  };
  for (const [what, content] of Object.entries(broken)) {
    test(`is replaced by its backup if it ${what}, and quarantined`, { tags: ['row-76'] }, async () => {
      const folder = await folderWith(null, 'v1 one end');
      await writeFile(join(folder, 'lines.txt'), content);
      const keptAs = 'lines.txt.corrupt-2026-11-24T12-00-00.000Z';
      const file = fileIn(folder, { now: () => noon });
      expect(await file.open()).toEqual({ kind: 'restored', why: 'damaged', value: 'one', keptAs });
      expect(await contentOf(folder, keptAs)).toBe(content.toString());
      expect(await fileIn(folder).open(), 'and all is well again').toEqual({ kind: 'ok', value: 'one' });
      expect((await file.save(() => 'two')).ok).toBe(true);
      expect(await contentOf(folder, 'lines.txt.bak')).toBe('v1 one end');
    });
  }

  test('is replaced by its backup at every length it may be truncated to', { tags: ['row-76'] }, async () => {
    const whole = 'v1 the second generation end';
    for (let length = 0; length < whole.length; length += 1) {
      const folder = await folderWith(whole.slice(0, length), 'v1 one end');
      expect(await fileIn(folder).open(), `${length} bytes`).toMatchObject({
        kind: 'restored',
        value: 'one',
      });
      await rm(folder, { recursive: true });
    }
  });

  test('is restored if it is missing and only its backup exists', async () => {
    const folder = await folderWith(null, 'v1 one end');
    const keptAs = 'lines.txt.bak';
    expect(await fileIn(folder).open()).toEqual({ kind: 'restored', why: 'damaged', value: 'one', keptAs });
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 one end');
  });

  test('is unchanged, like its backup, if neither can be read', { tags: ['row-86'] }, async () => {
    for (const [kept, backup] of [
      ['junk', 'more junk'],
      ['junk', null],
      [null, 'junk'],
    ] as const) {
      const folder = await folderWith(kept, backup);
      const file = fileIn(folder);
      const name = kept === null ? 'lines.txt.bak' : 'lines.txt';
      expect(await file.open()).toEqual({ kind: 'unreadable', keptAs: name, salvage: null });
      expect(await file.save(() => 'new')).toEqual(refused('unreadable'));
      expect(await contentOf(folder, 'lines.txt')).toBe(kept);
      expect(await contentOf(folder, 'lines.txt.bak')).toBe(backup);
      expect(await sidesIn(folder)).toEqual([]);
    }
  });

  test('is quarantined if a person replaces it, even if it is valid', async () => {
    const folder = await folderWith('v1 two end', 'v1 one end');
    const file = fileIn(folder, { now: () => noon });
    await file.open();
    expect(await file.setAside(), 'but not as if it were broken').toEqual(refused('other'));
    expect((await file.setAside('replaced')).ok).toBe(true);
    expect((await file.save(() => 'new')).ok).toBe(true);
    const side = 'lines.txt.replaced-2026-11-24T12-00-00.00';
    expect(await sidesIn(folder)).toEqual([`${side}0Z`, `${side}1Z`]);
    expect(await contentOf(folder, `${side}0Z`)).toBe('v1 two end');
    expect(await contentOf(folder, `${side}1Z`)).toBe('v1 one end');
    expect(await contentOf(folder, 'lines.txt.bak')).toBeNull();
  });

  test('is quarantined on request', async () => {
    const folder = await folderWith('junk', 'more junk');
    const file = fileIn(folder);
    expect((await file.setAside()).ok, 'not before it was opened').toBe(false);
    await file.open();
    expect((await file.setAside()).ok).toBe(true);
    expect((await file.save(() => 'new')).ok).toBe(true);
    const kept = await Promise.all((await sidesIn(folder)).map((name) => contentOf(folder, name)));
    expect(kept).toEqual(['junk', 'more junk']);
  });

  test('keeps the newest five quarantined files', async () => {
    const folder = await freshFolder();
    for (let day = 1; day <= 8; day += 1) {
      await writeFile(join(folder, 'lines.txt'), `junk ${day}`);
      await writeFile(join(folder, 'lines.txt.bak'), 'v1 one end');
      await fileIn(folder, { now: () => Date.UTC(2026, 0, day) }).open();
    }
    const kept = await Promise.all((await sidesIn(folder)).map((name) => contentOf(folder, name)));
    expect(kept).toEqual(['junk 4', 'junk 5', 'junk 6', 'junk 7', 'junk 8']);
  });

  test('loses none of the newest five if the clock was set back two years', {
    tags: ['row-109'],
  }, async () => {
    const folder = await freshFolder();
    for (let day = 1; day <= 8; day += 1) {
      await writeFile(join(folder, 'lines.txt'), `junk ${day}`);
      await writeFile(join(folder, 'lines.txt.bak'), 'v1 one end');
      await fileIn(folder, { now: () => Date.UTC(day < 6 ? 2026 : 2024, 0, day) }).open();
    }
    const kept = await Promise.all((await sidesIn(folder)).map((name) => contentOf(folder, name)));
    expect(kept).toEqual(['junk 4', 'junk 5', 'junk 6', 'junk 7', 'junk 8']);
  });

  test('loses neither of two files quarantined at the same time', async () => {
    const folder = await folderWith('junk 1', 'v1 one end');
    await fileIn(folder, { now: () => noon }).open();
    await writeFile(join(folder, 'lines.txt'), 'junk 2');
    await fileIn(folder, { now: () => noon }).open();
    expect(await sidesIn(folder)).toHaveLength(2);
  });
});

describe('a saved file of a newer version', () => {
  for (const [kept, backup] of [
    ['v2 future', 'v1 one end'],
    ['v2 future', null],
    ['junk', 'v2 future'],
    [null, 'v2 future'],
  ] as const) {
    test(`is never overwritten (${kept}, backup ${backup})`, { tags: ['row-84'] }, async () => {
      const folder = await folderWith(kept, backup);
      const file = fileIn(folder);
      expect(await file.open()).toEqual({ kind: 'newer' });
      expect(await file.save(() => 'new')).toEqual(refused('newer-version'));
      expect(await file.setAside()).toEqual(refused('newer-version'));
      expect(await file.setAside('replaced')).toEqual(refused('newer-version'));
      expect(await contentOf(folder, 'lines.txt')).toBe(kept);
      expect(await contentOf(folder, 'lines.txt.bak')).toBe(backup);
    });
  }
});

describe('a saved file changed by another program', () => {
  test('is quarantined and reported before it is replaced', { tags: ['row-117'] }, async () => {
    const folder = await freshFolder();
    const reported: string[] = [];
    const file = fileIn(folder, { now: () => noon, onForeign: (keptAs) => reported.push(keptAs) });
    await file.open();
    await file.save(() => 'one');
    await file.save(() => 'two');
    await writeFile(join(folder, 'lines.txt'), 'v1 edited by hand end');
    expect((await file.save(() => 'three')).ok).toBe(true);
    expect(reported).toEqual(['lines.txt.foreign-2026-11-24T12-00-00.000Z']);
    expect(await contentOf(folder, reported[0] ?? '')).toBe('v1 edited by hand end');
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 three end');
    expect(await contentOf(folder, 'lines.txt.bak'), 'only verified files become backups').toBe('v1 one end');
    await file.save(() => 'four');
    expect(reported, 'once is enough').toHaveLength(1);
  });

  test('is noticed even if there was none before, or the size is equal', {
    tags: ['row-117'],
  }, async () => {
    const folder = await freshFolder();
    const reported: string[] = [];
    const file = fileIn(folder, { onForeign: (keptAs) => reported.push(keptAs) });
    await file.open();
    await writeFile(join(folder, 'lines.txt'), 'v1 not ours end');
    await file.save(() => 'one');
    expect(reported).toHaveLength(1);
    await writeFile(join(folder, 'lines.txt'), 'v1 ONE end');
    await file.save(() => 'two');
    expect(reported).toHaveLength(2);
  });

  test('is not foreign if it was merely copied back or deleted', async () => {
    const folder = await freshFolder();
    const reported: string[] = [];
    const file = fileIn(folder, { onForeign: (keptAs) => reported.push(keptAs) });
    await file.open();
    await file.save(() => 'one');
    await unlink(join(folder, 'lines.txt'));
    await writeFile(join(folder, 'lines.txt'), 'v1 one end');
    await file.save(() => 'two');
    await unlink(join(folder, 'lines.txt'));
    expect((await file.save(() => 'three')).ok).toBe(true);
    expect(reported).toEqual([]);
    expect(await fileIn(folder).open()).toEqual({ kind: 'ok', value: 'three' });
  });

  test('leaves no temporary file if the backup is the same file already', async () => {
    const folder = await folderWith('v1 one end', null);
    await link(join(folder, 'lines.txt'), join(folder, 'lines.txt.bak'));
    const file = fileIn(folder);
    await file.open();
    await file.save(() => 'two');
    expect(await readdir(folder)).toEqual(['lines.txt', 'lines.txt.bak']);
    expect(await contentOf(folder, 'lines.txt.bak')).toBe('v1 one end');
  });
});

describe('a saved file that cannot be verified now', () => {
  test('is left alone, like its backup', async () => {
    const folder = await folderWith('v1 two end', 'v1 one end');
    const file = fileIn(folder);
    expect(await file.open(async () => 'unproven')).toEqual({ kind: 'unproven' });
    expect(await file.save(() => 'three')).toEqual(refused('unreadable'));
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 two end');
    expect(await file.open(), 'and may be proven later').toEqual({ kind: 'ok', value: 'two' });
    expect((await file.save(() => 'three')).ok).toBe(true);
  });

  test('is replaced by a verified backup', async () => {
    for (const proof of ['corrupt', 'unproven'] as const) {
      const folder = await folderWith('v1 two end', 'v1 one end');
      const opening = await fileIn(folder).open(async (value) => (value === 'one' ? 'good' : proof));
      expect(opening).toMatchObject({ kind: 'restored', value: 'one' });
      expect(await sidesIn(folder)).toHaveLength(1);
    }
  });

  test('is not replaced by an unverified backup', async () => {
    const folder = await folderWith('junk', 'v1 one end');
    expect(await fileIn(folder).open(async () => 'unproven')).toEqual({ kind: 'unproven' });
    expect(await contentOf(folder, 'lines.txt')).toBe('junk');
  });
});
