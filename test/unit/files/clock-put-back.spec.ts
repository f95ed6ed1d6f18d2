import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { contentOf, sidesIn } from '../../support/files/kept-lines.ts';
import { numbered, numberedAt } from '../../support/files/numbered-shape.ts';

const today = Date.UTC(2026, 10, 24, 12);
const twoYearsAgo = Date.UTC(2024, 10, 24, 12);

describe('a clock that is set back two years between two saves', { tags: ['row-109'] }, () => {
  test('changes nothing: the last save counts, whatever the file times', async () => {
    const folder = await freshFolder();
    const path = join(folder, 'lines.txt');
    let now = today;
    const file = new DurableFile(path, numbered, { now: () => now });
    await file.open();
    for (const gen of [1, 2, 3]) {
      now = gen === 2 ? twoYearsAgo : now;
      expect((await file.save(() => numberedAt(gen))).ok).toBe(true);
      // File times follow the same clock.
      await utimes(path, now / 1000, now / 1000);
    }
    await utimes(`${path}.bak`, today / 1000, today / 1000);
    const reopened = new DurableFile(path, numbered, { now: () => now });
    expect(await reopened.open()).toEqual({ kind: 'ok', value: numberedAt(3) });
    expect((await reopened.save(() => numberedAt(4))).ok).toBe(true);
    expect(numbered.read((await contentOf(folder, 'lines.txt.bak')) ?? '')).toMatchObject({
      value: { gen: 3 },
    });
    expect(await sidesIn(folder), 'our own files are no strangers').toEqual([]);
  });

  test('does not prevent removing temporary files dated in the future', async () => {
    const folder = await freshFolder();
    const stray = join(folder, 'lines.txt.99999999-0123456789ab.tmp');
    await writeFile(stray, 'x');
    await utimes(stray, today / 1000, today / 1000);
    await new DurableFile(join(folder, 'lines.txt'), numbered, { now: () => twoYearsAgo }).open();
    expect(await sidesIn(folder)).toEqual([]);
  });
});
