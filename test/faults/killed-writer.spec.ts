import { join } from 'node:path';
import { test } from '@playwright/test';
import { killAgainAndAgain } from '../logic/disk/killed-writer.ts';
import { plainProgram } from '../logic/disk/plain-program.ts';

const kills = 1000;

test.describe('a writer that is killed', () => {
  test(`at ${kills} random moments always leaves a whole file, and never an older one than it had promised`, {
    tag: ['@row-87'],
  }, async () => {
    test.setTimeout(600_000);
    const program = await plainProgram(join(import.meta.dirname, '../logic/disk/endless-writer.ts'));
    // Two at a time: one is read and swept while the other is written.
    const tallies = await Promise.all([1, 2].map(() => killAgainAndAgain(program, kills / 2)));
    const strays = tallies.reduce((sum, tally) => sum + tally.strays, 0);
    for (const description of [
      `unreadable files under SIGKILL: 0 of ${kills}`,
      `temporary files left by killed writers: ${strays}, all swept at the next opening`,
    ])
      test.info().annotations.push({ type: 'measured', description });
  });
});
