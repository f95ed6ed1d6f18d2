import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { median } from './numbers.ts';
import { type Stage, type Subject, subjectArguments } from './subject.ts';

const patience = 120_000;
/** A person's pace, in ms: the app answers so many copies a second and no more. */
const betweenPresses = 220;

/** A subject that Playwright drives. */
export interface Driven {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

/** Starts a subject so that keys can be pressed in it, and waits until it is ready. */
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

/** Makes the page note when a key went down, and main when a text was on the clipboard. */
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

/** The time from the key going down to the text being on the clipboard, in ms: the middle of several presses. */
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
