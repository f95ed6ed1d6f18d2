import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { freshFolder } from './fresh-folder.ts';
import { generations } from './generations-shape.ts';

/** The results of a number of kills. */
export interface KillTally {
  readonly unreadable: number;
  readonly strays: number;
  readonly saved: number;
}

/** Runs a writer until it has reported this many steps, kills it, and returns what it had saved. */
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

/** Kills this many writers of one file, one after another, and opens the file after each. */
export async function killAgainAndAgain(program: string, kills: number): Promise<KillTally> {
  const folder = await freshFolder();
  const first = new DurableFile(join(folder, 'lines.txt'), generations);
  await first.open();
  for (const value of [1, 2]) await first.save(() => value);
  const tally = { unreadable: 0, strays: 0, saved: 2 };
  for (let round = 0; round < kills; round += 1) {
    const steps = 10 + Math.floor(Math.random() * 50);
    const saved = await writeAndKill(program, folder, steps);
    tally.strays += (await readdir(folder)).filter((name) => name.endsWith('.tmp')).length;
    const opening = await new DurableFile(join(folder, 'lines.txt'), generations).open();
    if (opening.kind !== 'ok') {
      tally.unreadable += 1;
      continue;
    }
    expect(opening.value, `killed after ${steps} steps`).toBeGreaterThanOrEqual(saved);
    tally.saved = opening.value;
    expect((await readdir(folder)).sort(), 'strays are swept').toEqual(['lines.txt', 'lines.txt.bak']);
  }
  return tally;
}
