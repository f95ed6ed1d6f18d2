import { execFileSync, spawn } from 'node:child_process';
import { readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { DurableFile } from '../../../main/disk/durable-file.ts';
import { freshFolder } from '../../support/fresh-folder.ts';
import { generations } from './generations-shape.ts';

const kills = 30;
const root = join(import.meta.dirname, '../../..');

/** The endless writer as plain JavaScript, which starts four times as fast as it would through a loader. */
async function writerProgram(): Promise<string> {
  const folder = await freshFolder();
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const source = join(import.meta.dirname, 'endless-writer.ts');
  const options =
    '--ignoreConfig --noCheck --noEmit false --module esnext --moduleResolution bundler --target es2023 --types node';
  const paths = ['--rewriteRelativeImportExtensions', '--rootDir', root, '--outDir', folder];
  execFileSync(process.execPath, [tsc, ...options.split(' '), ...paths, source], { cwd: root });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'test/logic/disk/endless-writer.js');
}

/** Lets a writer work on the folder until it has told of so many steps, kills it, and says what it had saved by then. */
async function writeAndKill(program: string, folder: string, steps: number): Promise<number> {
  const writer = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => writer.once('close', resolve));
  let seen = 0;
  let saved = 0;
  for await (const word of createInterface({ input: writer.stdout })) {
    if (word === 'trouble') throw new Error('The writer could not save');
    if (word.startsWith('saved ')) saved = Number(word.slice(6));
    seen += 1;
    if (seen === steps) writer.kill('SIGKILL');
  }
  await gone;
  return saved;
}

/** Half of the kills, one after another on one file; gives the number of temporary files they left. */
async function killAgainAndAgain(program: string): Promise<number> {
  const folder = await freshFolder();
  const first = new DurableFile(join(folder, 'lines.txt'), generations);
  await first.open();
  for (const value of [1, 2]) await first.save(() => value);
  let strays = 0;
  for (let round = 0; round < kills / 2; round += 1) {
    const steps = 10 + Math.floor(Math.random() * 50);
    const saved = await writeAndKill(program, folder, steps);
    strays += (await readdir(folder)).filter((name) => name.endsWith('.tmp')).length;
    const opening = await new DurableFile(join(folder, 'lines.txt'), generations).open();
    expect(opening, `killed after ${steps} steps`).toMatchObject({ kind: 'ok' });
    if (opening.kind === 'ok') expect(opening.value).toBeGreaterThanOrEqual(saved);
    expect((await readdir(folder)).sort(), 'strays are swept').toEqual(['lines.txt', 'lines.txt.bak']);
  }
  return strays;
}

test.describe('a writer that is killed', () => {
  test(`at ${kills} random moments always leaves a whole file, and never an older one than it had promised`, async () => {
    // Thirty processes take a while on a busy computer.
    test.setTimeout(180_000);
    const program = await writerProgram();
    const strays = await Promise.all([killAgainAndAgain(program), killAgainAndAgain(program)]);
    test
      .info()
      .annotations.push({ type: 'strays', description: `${strays.join(' + ')} temporary files swept` });
  });
});
