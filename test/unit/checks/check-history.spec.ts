import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { maxCheckPoints } from '../../../contract/sessions/checking.ts';
import { type Check, verdicts } from '../../../contract/sessions/session.ts';
import { CheckHistory } from '../../../main/checks/check-history.ts';
import { checksFormat } from '../../../main/checks/checks-format.ts';
import { DurableFile, type DurableFileOptions } from '../../../main/files/durable-file.ts';
import { fullAfter } from '../../support/files/filling-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const [depot, airport] = [sampleProfile().id, sampleProfile().id];
const check = (at: number, differently: Partial<Check> = {}): Check => ({
  ...{ verdict: 'accepted', at, tookMs: 41, problem: null },
  ...differently,
});
const pathIn = (folder: string) => join(folder, 'checks.json');
const historyIn = (folder: string, options: DurableFileOptions = {}) =>
  new CheckHistory(new DurableFile(pathIn(folder), checksFormat, options));
const momentsOf = async (history: CheckHistory, id = depot) =>
  (await history.pointsOf(id)).map(({ at }) => at);

/** A history that is saved, with one check for each of these moments. */
async function saved(folder: string, moments: readonly number[], id = depot): Promise<void> {
  const history = historyIn(folder);
  for (const at of moments) history.note(id, check(at));
  await history.settle();
}

describe('the check history', () => {
  test('keeps every verdict, with its time and the response time, over a restart', async () => {
    const folder = await freshFolder();
    const history = historyIn(folder);
    const noted = verdicts.map((verdict, nth) => ({
      ...{ at: 1_764_000_000_000 + nth, verdict },
      tookMs: verdict === 'accepted' ? 0 : null,
    }));
    for (const point of noted) history.note(depot, check(point.at, point));
    expect(await history.pointsOf(depot)).toEqual(noted);
    await history.settle();
    expect(await historyIn(folder).pointsOf(depot)).toEqual(noted);
  });

  test('keeps the last checks, the newest last, those before the restart first', async () => {
    const folder = await freshFolder();
    await saved(folder, [1, 2, 3, 4, 5, 6]);
    const history = historyIn(folder);
    for (let at = 7; at <= maxCheckPoints + 5; at++) history.note(depot, check(at));
    const expected = Array.from({ length: maxCheckPoints }, (_, nth) => nth + 6);
    expect(await momentsOf(history)).toEqual(expected);
    await history.settle();
    expect(await momentsOf(historyIn(folder))).toEqual(expected);
  });

  test('is read when it is first wanted, and written at most once a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const folder = await freshFolder();
      const file = new DurableFile(pathIn(folder), checksFormat);
      const [open, save] = [vi.spyOn(file, 'open'), vi.spyOn(file, 'save')];
      const history = new CheckHistory(file);
      for (let at = 1; at <= 59; at++) {
        history.note(depot, check(at));
        vi.advanceTimersByTime(1_000);
      }
      expect(open).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1_000);
      await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(1));
      await history.settle();
      vi.advanceTimersByTime(600_000);
      await history.settle();
      expect(save, 'nothing new').toHaveBeenCalledTimes(1);
      expect(await readdir(folder)).toEqual(['checks.json']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('knows nothing of a removed profile, in its backup neither', async () => {
    const folder = await freshFolder();
    await saved(folder, [1], airport);
    await saved(folder, [2]);
    await saved(folder, [3]);
    const history = historyIn(folder);
    await history.forget([depot]);
    expect(await history.pointsOf(depot)).toEqual([]);
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      expect(text, name).not.toContain(depot);
      expect(text, name).toContain(airport);
    }
  });

  test('holds an ID and numbers only', async () => {
    const folder = await freshFolder();
    await saved(folder, [1_764_000_000_000]);
    expect(JSON.parse(await readFile(pathIn(folder), 'utf8'))).toEqual({
      ...{ fmt: 'ffsm-checks', v: 1, minReader: 1 },
      checks: [{ profileId: depot, points: [1_764_000_000_000, 0, 41] }],
    });
  });

  test('begins empty if its file is broken, and takes the backup of one that was half written', async () => {
    const folder = await freshFolder();
    await writeFile(pathIn(folder), 'junk');
    expect(await historyIn(folder).pointsOf(depot)).toEqual([]);
    await saved(folder, [1]);
    await saved(folder, [2]);
    const whole = await readFile(pathIn(folder));
    await writeFile(pathIn(folder), whole.subarray(0, whole.length / 2));
    expect(await momentsOf(historyIn(folder))).toEqual([1]);
  });

  test('stays in memory while the disk is full, and is as it was on it', async () => {
    const folder = await freshFolder();
    await saved(folder, [1]);
    const before = await readFile(pathIn(folder));
    const history = historyIn(folder, { disk: fullAfter(20) });
    history.note(depot, check(2));
    await history.settle();
    expect(await momentsOf(history)).toEqual([1, 2]);
    expect(await readFile(pathIn(folder))).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});
