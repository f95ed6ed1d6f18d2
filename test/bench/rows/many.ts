import { expect } from '@playwright/test';
import { MainWindow } from '../../support/app/pages.ts';
import { budgets } from '../budgets.ts';
import { type Driven, whileDriven } from '../driven.ts';
import { inTurns } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import { seededSubjects } from '../seed.ts';
import type { Stage } from '../subject.ts';
import { timeToPicture, windowShown } from '../time-to-picture.ts';

/** Time from Ctrl+A, and from Enter in the dialog that tags all, to the picture, in a long and a short list. */
export async function manyRows(stage: Stage, rounds: number): Promise<Row[]> {
  const { own: long } = await seededSubjects(stage, 'many-5000', 5_000);
  const { own: short } = await seededSubjects(stage, 'many-100', 100);
  const [selected, tagged] = await whileDriven([long, short], stage, async (inLong, inShort) => {
    for (const driven of [inLong, inShort]) {
      await selectAll(driven);
      await tagAll(driven);
    }
    return [
      await inTurns(
        rounds,
        () => selectAll(inLong),
        () => selectAll(inShort),
      ),
      await inTurns(
        rounds,
        () => tagAll(inLong),
        () => tagAll(inShort),
      ),
    ] as const;
  });
  const note = 'Compared with the app with 100 profiles.';
  return [
    comparedRow(budgets.selectAll, '100 profiles', selected, note),
    comparedRow(budgets.tagAll, '100 profiles', tagged, note),
  ];
}

/** Selects all rows; returns how long that took in ms. They stay selected. */
async function selectAll({ page }: Driven): Promise<number> {
  await page.bringToFront();
  const { list } = new MainWindow(page);
  const first = list.getByRole('row').first();
  await first.click();
  await page.keyboard.press('Escape');
  await expect(first.getByRole('checkbox')).toHaveCount(0);
  return timeToPicture(page, 'Control+a', windowShown, 'keydown');
}

let tags = 0;

/** Gives all selected rows a new tag, and takes it away again; returns how long the former took in ms. */
async function tagAll({ page }: Driven): Promise<number> {
  await page.bringToFront();
  const window = new MainWindow(page);
  const bar = page.getByRole('toolbar', { name: 'Selected servers' });
  await window.button('Tag…', bar).click();
  tags += 1;
  await window.dialog.getByLabel('Add tags').fill(`bench ${tags}`);
  const tookMs = await timeToPicture(page, 'Enter', windowShown, 'keydown');
  await expect(window.dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  return tookMs;
}
