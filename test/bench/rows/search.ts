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
    for (const driven of [inLong, inShort]) await typeSearches(driven);
    return inTurns(
      Math.ceil(rounds / 3),
      () => typeSearches(inLong),
      () => typeSearches(inShort),
    );
  });
  const note =
    'Each round is the median of the keys of all searches; compared with the app with 100 profiles.';
  return [comparedRow(budgets.search, '100 profiles', compared, note)];
}

/**
 * Types all searches, one after the other, and clears them; returns the median of their keys in ms. A key waits for the
 * next frame, up to 17 ms, and searches differ: the keys of a single one would measure both.
 */
async function typeSearches({ page }: Driven): Promise<number> {
  await page.bringToFront();
  const times: number[] = [];
  for (const search of searches) {
    await page.keyboard.press('Control+f');
    for (const key of search)
      times.push(await timeToPicture(page, key === ' ' ? 'Space' : key, listShown, 'input'));
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace');
    await pause(restMs);
  }
  return median(times);
}
