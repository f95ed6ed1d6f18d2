import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** What is shown counts as complete when it has not changed for this long. */
export const restMs = 250;
const patienceMs = 20_000;

/** What is looked at, as an expression of the page that gives a text. */
export const listShown =
  "(() => { const list = document.querySelector('[role=grid]'); return list === null ? '' : list.getAttribute('aria-rowcount') + list.textContent; })()";

/** All text in the window, with how many rows are selected. */
export const windowShown =
  "document.body.textContent + document.querySelectorAll('[aria-selected=true]').length";

/**
 * Presses a key; returns the time in ms from its event to the first frame that equals the last one. `from`: the event
 * whose frame is the first that is looked at.
 */
export async function timeToPicture(
  page: Page,
  key: string,
  shown: string,
  from: 'input' | 'keydown',
): Promise<number> {
  await page.evaluate(watchFrames(shown, from));
  await page.keyboard.press(key);
  for (const giveUpAt = Date.now() + patienceMs; Date.now() < giveUpAt; ) {
    await pause(restMs);
    const tookMs: unknown = await page.evaluate(`globalThis.timeToPicture(${restMs})`);
    if (typeof tookMs === 'number') return tookMs;
  }
  throw new Error('The window did not come to rest after a key.');
}

const watchFrames = (shown: string, from: string) => `(() => {
  let keyAt = 0;
  let isOver = false;
  const frames = [];
  addEventListener('keydown', (event) => { keyAt = event.timeStamp; }, { capture: true, once: true });
  const painted = new MessageChannel();
  const look = () => requestAnimationFrame(() => painted.port2.postMessage(0));
  addEventListener('${from}', look, { capture: true, once: true });
  painted.port1.onmessage = () => {
    frames.push({ at: performance.now(), shows: ${shown} });
    if (!isOver) look();
  };
  globalThis.timeToPicture = (restMs) => {
    const picture = frames.find(({ shows }) => shows === frames.at(-1).shows);
    if (picture === undefined || performance.now() - picture.at < restMs) return null;
    isOver = true;
    return picture.at - keyAt;
  };
})()`;
