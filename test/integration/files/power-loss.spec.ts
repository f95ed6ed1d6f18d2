import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import type { FileFormat } from '../../../main/files/file-format.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { lines } from '../../support/files/kept-lines.ts';
import { LoggedDisk } from '../../support/files/logged-disk.ts';
import { type Folder, numbersOf, statesAfterPowerLoss } from '../../support/files/power-loss.ts';
import { noteMeasured } from '../../support/measured.ts';

/** A format whose older version is `v0`. */
const shape: FileFormat<string> = {
  ...lines,
  read: (text) => {
    const old = /^v0 (.*) end$/s.exec(text);
    return old?.[1] === undefined ? lines.read(text) : { kind: 'good', value: old[1], upgradedFrom: 0 };
  },
};

interface Save {
  readonly value: string;
  readonly forgetOld?: boolean;
}

interface Course {
  readonly title: string;
  readonly start: Readonly<Record<string, string>>;
  readonly saves: readonly Save[];
  readonly links?: boolean;
  /** What some file has to contain in every state. */
  readonly never?: string;
}

const settled = { 'lines.txt': 'v1 0 end', 'lines.txt.bak': 'v1 -1 end' };
const values = (...numbers: readonly number[]): readonly Save[] =>
  numbers.map((value) => ({ value: `${value}` }));

const courses: readonly Course[] = [
  { title: 'while it is saved', start: settled, saves: values(1, 2, 3) },
  { title: 'while it is saved for the first time', start: {}, saves: values(1, 2) },
  { title: 'on a disk without second names', start: settled, saves: values(1, 2), links: false },
  {
    title: 'while something in it is forgotten',
    start: settled,
    saves: [...values(1), { value: '2', forgetOld: true }, ...values(3)],
  },
  {
    title: 'while its older format is left behind',
    start: { 'lines.txt': 'v0 0 end' },
    saves: values(1, 2, 3),
    never: 'v0 0 end',
  },
  {
    title: 'while its older format is left behind on a disk without second names',
    start: { 'lines.txt': 'v0 0 end' },
    saves: values(1, 2, 3),
    links: false,
    never: 'v0 0 end',
  },
  {
    title: 'while its backup is restored',
    start: { 'lines.txt': 'junk', 'lines.txt.bak': 'v1 0 end' },
    saves: values(1, 2),
    never: 'junk',
  },
];

/** Writes a folder to the real disk. */
async function foundAs(state: Folder): Promise<string> {
  const folder = await freshFolder();
  for (const [name, bytes] of state) await writeFile(join(folder, name), bytes);
  return folder;
}

/** Runs a sequence on a logged disk; returns after how many steps each save had resolved. */
async function go({ start, saves, links = true }: Course) {
  const before: Folder = new Map(Object.entries(start).map(([name, text]) => [name, Buffer.from(text)]));
  const logged = new LoggedDisk(numbersOf(before), { links });
  const file = new DurableFile(join(await foundAs(before), 'lines.txt'), shape, { disk: logged.disk });
  const opening = await file.open();
  const promised = [{ value: 'value' in opening ? opening.value : null, forgetOld: false, steps: 0 }];
  for (const { value, forgetOld = false } of saves) {
    expect((await file.save(() => value, { forgetOld })).ok).toBe(true);
    promised.push({ value, forgetOld, steps: logged.log.length });
  }
  return { before, log: logged.log, promised };
}

describe('a saved file after a power loss', { tags: ['row-108'] }, () => {
  for (const course of courses) {
    test(`${course.title}, after any step, contains the last confirmed save or the running one`, async () => {
      const { before, log, promised } = await go(course);
      let count = 0;
      for (let steps = 0; steps <= log.length; steps += 1) {
        const last = promised.findLastIndex((promise) => promise.steps <= steps);
        const allowed = promised.slice(last, last + 2).map(({ value }) => value);
        for (const state of statesAfterPowerLoss(before, log, steps)) {
          count += 1;
          const told = JSON.stringify([...state].map(([name, bytes]) => [name, bytes.toString()]));
          const folder = await foundAs(state);
          const opening = await new DurableFile(join(folder, 'lines.txt'), shape).open();
          const value = 'value' in opening ? opening.value : opening.kind === 'missing' ? null : opening;
          expect(allowed, `after ${steps} steps: ${told}`).toContainEqual(value);
          if (course.never) expect(told, `after ${steps} steps`).toContain(course.never);
          if (promised[last]?.forgetOld && promised[last].steps === steps)
            expect(state.get('lines.txt.bak')?.toString(), told).toBe(
              shape.write(promised[last].value ?? ''),
            );
        }
      }
      expect(count).toBeGreaterThan(log.length);
      const description = `power lost ${course.title}: ${count} of ${count} states hold the old or the new content`;
      noteMeasured(description);
    });
  }
});
