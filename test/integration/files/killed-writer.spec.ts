import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { killAgainAndAgain } from '../../support/files/killed-writer.ts';
import { plainProgram } from '../../support/files/plain-program.ts';
import { measured } from '../../support/measured.ts';

// The fault suite sets a larger number; other runs take a sample.
const kills = Number(process.env.KILLS ?? 50);

describe('a writer that is killed', () => {
  test(`at ${kills} random moments always leaves a complete file, never older than the last confirmed save`, {
    tags: ['row-87'],
    timeout: 600_000,
  }, async () => {
    const program = await plainProgram(join(import.meta.dirname, '../../support/files/endless-writer.ts'));
    // Two at a time: one is read and swept while the other is written.
    const tallies = await Promise.all([1, 2].map(() => killAgainAndAgain(program, kills / 2)));
    const sumOf = (what: 'unreadable' | 'strays') => tallies.reduce((sum, tally) => sum + tally[what], 0);
    measured('unreadable files under SIGKILL', sumOf('unreadable'), kills);
    measured('temporary files left by killed writers, and swept at the next opening', sumOf('strays'));
    expect(sumOf('unreadable')).toBe(0);
  });
});
