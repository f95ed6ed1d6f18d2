import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { generations } from '../../support/files/generations-shape.ts';
import { contentOf, fileIn, sidesIn } from '../../support/files/kept-lines.ts';
import { plainProgram } from '../../support/files/plain-program.ts';
import { noteMeasured } from '../../support/measured.ts';

/** Runs a writer in the folder until it has saved this often; returns the number of failures. */
async function writeUntil(program: string, folder: string, enough: number): Promise<number> {
  const writer = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => writer.once('close', resolve));
  let saves = 0;
  let refused = 0;
  for await (const word of createInterface({ input: writer.stdout })) {
    if (word === 'trouble') refused += 1;
    if (word.startsWith('saved ')) saves += 1;
    if (saves >= enough) writer.kill('SIGKILL');
  }
  await gone;
  return refused;
}

describe('a saved file with two writers', { tags: ['row-117'] }, () => {
  test('that take turns loses nothing of either: replaced versions are quarantined', async () => {
    const folder = await freshFolder();
    const told: string[] = [];
    const writer = () => fileIn(folder, { onForeign: (keptAs) => told.push(keptAs) });
    const [one, two] = [writer(), writer()];
    await one.open();
    await two.open();
    const saved = ['one 1', 'two 1', 'one 2', 'two 2', 'one 3'];
    for (const [turn, value] of saved.entries())
      expect((await (turn % 2 === 0 ? one : two).save(() => value)).ok).toBe(true);
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 one 3 end');
    const aside = await sidesIn(folder);
    expect(told).toEqual(aside);
    const kept = await Promise.all(aside.map((name) => contentOf(folder, name)));
    expect(kept).toEqual(saved.slice(0, -1).map((value) => `v1 ${value} end`));
  });

  test('that write at once, and are killed, is complete, and so is its backup', async () => {
    const folder = await freshFolder();
    const path = join(folder, 'lines.txt');
    const first = new DurableFile(path, generations);
    await first.open();
    for (const value of [1, 2]) await first.save(() => value);
    const program = await plainProgram(join(import.meta.dirname, '../../support/files/endless-writer.ts'));
    const saves = 60;
    const refused = await Promise.all([1, 2].map(() => writeUntil(program, folder, saves)));
    expect(generations.read((await contentOf(folder, 'lines.txt')) ?? '').kind).toBe('good');
    expect(generations.read((await contentOf(folder, 'lines.txt.bak')) ?? '').kind).toBe('good');
    expect(await new DurableFile(path, generations).open()).toMatchObject({ kind: 'ok' });
    const sides = (await readdir(folder)).filter((name) => !/^lines\.txt(\.bak)?$/.test(name));
    expect(
      sides.filter((name) => !name.includes('.foreign-')),
      'nothing but what was laid aside',
    ).toEqual([]);
    expect(sides.length).toBeLessThanOrEqual(5);
    const sum = refused.reduce((all, some) => all + some, 0);
    const description = `two writers at once: 0 damaged files, ${sum} saves refused beside ${2 * saves} done`;
    noteMeasured(description);
  });
});
