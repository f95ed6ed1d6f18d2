import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { startEmulator } from '../../emulator/emulator.ts';
import { MainWindow } from '../../support/app/pages.ts';
import { budgets } from '../budgets.ts';
import { type Driven, whileDriven } from '../driven.ts';
import { median } from '../numbers.ts';
import { inTurns } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import { seededSubjects } from '../seed.ts';
import type { Stage } from '../subject.ts';

const presses = 25;
/** Time between presses in ms; the app limits the rate of copies. */
const betweenPresses = 220;

/** Time from the key press in the page to the header on the clipboard. */
export async function copyRows(stage: Stage, rounds: number): Promise<Row[]> {
  const { own, bare } = await seededSubjects(stage, 'copy', 0);
  const emulator = await startEmulator();
  try {
    const compared = await whileDriven([own, bare], stage, async (ours, theirs) => {
      const window = new MainWindow(ours.page);
      const { name: userName, password } = operator;
      await window.addAndLogIn({ address: emulator.base, name: 'Bench', userName, password });
      await window.button('Copy header', window.row('Bench')).waitFor();
      await window.row('Bench').click();
      for (const driven of [ours, theirs]) await watchCopying(driven);
      return inTurns(
        rounds,
        () => timeToCopy(ours),
        () => timeToCopy(theirs),
      );
    });
    return [comparedRow(budgets.copy, 'bare', compared, `Each round is the median of ${presses} presses.`)];
  } finally {
    await emulator.close();
  }
}

/** Records the time of key presses in the page and of clipboard writes in main. */
async function watchCopying({ electron, page }: Driven): Promise<void> {
  await page.evaluate(`addEventListener('keydown', (event) => {
    globalThis.keyDownAt = performance.timeOrigin + event.timeStamp;
  }, true)`);
  await electron.evaluate(({ clipboard }) => {
    const notes = globalThis as { copiedAt?: number };
    for (const name of ['writeText', 'write'] as const) {
      const write = clipboard[name].bind(clipboard) as (content: never) => unknown;
      clipboard[name] = async (content: never) => {
        await write(content);
        notes.copiedAt = performance.timeOrigin + performance.now();
      };
    }
  });
}

/** Time from key press to clipboard in ms: the median of several presses. */
async function timeToCopy(driven: Driven): Promise<number> {
  await driven.page.bringToFront();
  const times: number[] = [];
  for (let press = 0; press < presses; press += 1) {
    times.push(await onePress(driven));
    await pause(betweenPresses);
  }
  return median(times);
}

async function onePress({ electron, page }: Driven): Promise<number> {
  await electron.evaluate(() => {
    delete (globalThis as { copiedAt?: number }).copiedAt;
  });
  await page.keyboard.press('Control+c');
  const copiedAt = await waitForNote(electron);
  const keyDownAt: unknown = await page.evaluate('globalThis.keyDownAt');
  if (typeof keyDownAt !== 'number') throw new Error('The key never reached the page.');
  return copiedAt - keyDownAt;
}

async function waitForNote(electron: ElectronApplication): Promise<number> {
  for (const giveUpAt = Date.now() + 5_000; Date.now() < giveUpAt; ) {
    const at = await electron.evaluate(() => (globalThis as { copiedAt?: number }).copiedAt);
    if (at !== undefined) return at;
  }
  throw new Error('The key was pressed, but nothing came onto the clipboard.');
}
