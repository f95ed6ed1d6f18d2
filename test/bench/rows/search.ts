import { setTimeout as pause } from 'node:timers/promises';
import { budgets } from '../budgets.ts';
import { type Driven, whileDriven } from '../driven.ts';
import { median } from '../numbers.ts';
import { inTurns } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import { seededSubjects } from '../seed.ts';
import type { Stage } from '../subject.ts';
import { listShown, restMs, timeToPicture } from '../time-to-picture.ts';

/** Names, tags, a typing error and an address. */
const searches = ['metro 1', 'harbour', 'customer-x', 'musuem', 'stadium 2', '10.0.0.7'];

/** Time from a key press in the search field to the frame with the results, in a long and a short list. */
export async function searchRows(stage: Stage, rounds: number): Promise<Row[]> {
  const { own: long } = await seededSubjects(stage, 'search-5000', 5_000);
  const { own: short } = await seededSubjects(stage, 'search-100', 100);
  const compared = await whileDriven([long, short], stage, async (inLong, inShort) => {
    // Warm-up: builds the search index and compiles the code.
    for (const driven of [inLong, inShort]) for (const search of searches) await typeSearch(driven, search);
    const turn = { long: 0, short: 0 };
    const next = (list: 'long' | 'short') => searches[turn[list]++ % searches.length] ?? '';
    return inTurns(
      rounds,
      () => typeSearch(inLong, next('long')),
      () => typeSearch(inShort, next('short')),
    );
  });
  const note = 'Each round is the median of the keys of one search; compared with the app with 100 profiles.';
  return [comparedRow(budgets.search, '100 profiles', compared, note)];
}

/** Types a search and clears it; returns the median of its keys in ms. */
async function typeSearch({ page }: Driven, search: string): Promise<number> {
  await page.bringToFront();
  await page.keyboard.press('Control+f');
  const times: number[] = [];
  for (const key of search)
    times.push(await timeToPicture(page, key === ' ' ? 'Space' : key, listShown, 'input'));
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Backspace');
  await pause(restMs);
  return median(times);
}
