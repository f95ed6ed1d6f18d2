import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { killAgainAndAgain } from './killed-writer.ts';
import { plainProgram } from './plain-program.ts';

const kills = 30;

test.describe('a writer that is killed', () => {
  test(`at ${kills} random moments always leaves a whole file, and never an older one than it had promised`, async () => {
    // Thirty processes take a while on a busy computer.
    test.setTimeout(180_000);
    const program = await plainProgram(join(import.meta.dirname, 'endless-writer.ts'));
    const tallies = await Promise.all([1, 2].map(() => killAgainAndAgain(program, kills / 2)));
    expect(tallies.map((tally) => tally.unreadable)).toEqual([0, 0]);
    const strays = tallies.map((tally) => tally.strays).join(' + ');
    test.info().annotations.push({ type: 'strays', description: `${strays} temporary files swept` });
  });
});
