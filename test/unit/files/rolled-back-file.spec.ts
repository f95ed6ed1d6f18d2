import { copyFile, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { breakingDisk, diskError } from '../../support/files/breaking-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { contentOf, sidesIn } from '../../support/files/kept-lines.ts';
import { type Numbered, numbered, numberedAt } from '../../support/files/numbered-shape.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const fileIn = (folder: string, disk = breakingDisk(() => undefined)) =>
  new DurableFile<Numbered>(join(folder, 'lines.txt'), numbered, { disk, now: () => noon });

/** A file of generation 5 with its backup of generation 4, and manual copies of both. */
async function fiveGenerations(): Promise<string> {
  const folder = await freshFolder();
  const file = fileIn(folder);
  await file.open();
  for (const gen of [1, 2, 3, 4, 5]) {
    await file.save(() => numberedAt(gen));
    await copyFile(join(folder, 'lines.txt'), `${folder}-${gen}`);
  }
  return folder;
}

describe('an older copy restored over a saved file', { tags: ['row-81'] }, () => {
  test('is noticed by its newer backup, which is used, and quarantined', async () => {
    const folder = await fiveGenerations();
    await copyFile(`${folder}-2`, join(folder, 'lines.txt'));
    const file = fileIn(folder);
    const keptAs = 'lines.txt.older-2026-11-24T12-00-00.000Z';
    expect(await file.open()).toEqual({ kind: 'restored', why: 'older', value: numberedAt(4), keptAs });
    expect(await contentOf(folder, keptAs)).toBe(await readFile(`${folder}-2`, 'utf8'));
    expect((await file.save(() => numberedAt(5))).ok).toBe(true);
    expect(await fileIn(folder).open()).toEqual({ kind: 'ok', value: numberedAt(5) });
  });

  test('is recognized by its generation, whatever the file times', { tags: ['row-109'] }, async () => {
    const folder = await fiveGenerations();
    const past = new Date(Date.UTC(2024, 10, 24));
    await utimes(join(folder, 'lines.txt'), past, past);
    expect(await fileIn(folder).open()).toEqual({ kind: 'ok', value: numberedAt(5) });
    await copyFile(`${folder}-3`, join(folder, 'lines.txt'));
    await utimes(join(folder, 'lines.txt.bak'), past, past);
    expect(await fileIn(folder).open()).toMatchObject({
      kind: 'restored',
      why: 'older',
      value: numberedAt(4),
    });
  });

  test('is used if its backup has other content, is as old, or is not verified', async () => {
    const folder = await fiveGenerations();
    for (const backup of [
      numbered.write({ ...numberedAt(9), id: 'another' }),
      numbered.write(numberedAt(5)),
      numbered.write(numberedAt(9)).slice(0, -1),
      '',
    ]) {
      await writeFile(join(folder, 'lines.txt.bak'), backup);
      expect(await fileIn(folder).open()).toEqual({ kind: 'ok', value: numberedAt(5) });
    }
    await writeFile(join(folder, 'lines.txt.bak'), numbered.write(numberedAt(9)));
    for (const proof of ['corrupt', 'unproven'] as const) {
      const opening = await fileIn(folder).open(async ({ gen }) => (gen === 9 ? proof : 'good'));
      expect(opening, proof).toEqual({ kind: 'ok', value: numberedAt(5) });
    }
    expect(await sidesIn(folder)).toEqual([]);
  });

  test('needs no second verification if the backup is the previous generation', async () => {
    const folder = await fiveGenerations();
    const proven: number[] = [];
    await fileIn(folder).open(async ({ gen }) => {
      proven.push(gen);
      return 'good';
    });
    expect(proven).toEqual([5]);
  });

  test('that cannot be quarantined is not overwritten, but its backup is used', async () => {
    const folder = await fiveGenerations();
    await copyFile(`${folder}-2`, join(folder, 'lines.txt'));
    const disk = breakingDisk((call) => {
      if (call === 'rename') throw diskError('EACCES');
    });
    const file = fileIn(folder, disk);
    const shown = { kind: 'restored', why: 'older', value: numberedAt(4), keptAs: 'lines.txt' };
    expect(await file.open()).toEqual(shown);
    expect((await file.save(() => numberedAt(5))).ok).toBe(false);
    expect(await contentOf(folder, 'lines.txt')).toBe(await readFile(`${folder}-2`, 'utf8'));
  });
});
