import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { median } from './numbers.ts';
import { type Stage, type Subject, subjectArguments } from './subject.ts';

const patience = 120_000;
/** Time between presses in ms; the app limits the rate of copies. */
const betweenPresses = 220;

/** A subject controlled by Playwright. */
export interface Driven {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

/** Starts a subject and waits until it accepts keys. */
export async function drive(subject: Subject, stage: Stage): Promise<Driven> {
  const electron = await _electron.launch({
    executablePath: stage.executable,
    args: subjectArguments(subject, stage),
    timeout: patience,
    env: Object.fromEntries(
      Object.entries(stage.env).filter((entry): entry is [string, string] => !!entry[1]),
    ),
  });
  const page = await electron.firstWindow({ timeout: patience });
  page.setDefaultTimeout(patience);
  await page.locator('html[data-ready]').waitFor();
  return { electron, page };
}

/** Records the time of key presses in the page and of clipboard writes in main. */
export async function watchCopying({ electron, page }: Driven): Promise<void> {
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
export async function timeToCopy(driven: Driven, presses: number): Promise<number> {
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
