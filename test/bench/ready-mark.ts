import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import { type Running, type Stage, type Subject, startSubject } from './subject.ts';

// No polling before this time in ms, so that it does not slow down the start.
const leaveAlone = 2_000;
const patience = 30_000;

/** Time from process start to first content paint, in ms. */
export async function timeToReady(subject: Subject, stage: Stage): Promise<number> {
  const portFile = join(subject.dataFolder, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const running = startSubject(subject, stage, ['--remote-debugging-port=0']);
  try {
    await pause(leaveAlone);
    return (await readMark(portFile)) - running.startedAt;
  } finally {
    await running.end();
  }
}

/** Starts a subject and waits until it is ready, without measuring. */
export async function startReady(subject: Subject, stage: Stage): Promise<Running> {
  const portFile = join(subject.dataFolder, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const running = startSubject(subject, stage, ['--remote-debugging-port=0']);
  await readMark(portFile);
  return running;
}

async function readMark(portFile: string): Promise<number> {
  const [port] = (await waitForFile(portFile)).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    return await markOf(browser);
  } finally {
    await browser.close();
  }
}

async function markOf(browser: Browser): Promise<number> {
  const giveUpAt = Date.now() + patience;
  while (Date.now() < giveUpAt) {
    // The window may open only after the debugging port.
    const page = browser.contexts()[0]?.pages()[0];
    const mark: unknown = await page?.evaluate('document.documentElement.dataset.ready');
    if (typeof mark === 'string') return Number(mark);
    await pause(50);
  }
  throw new Error('The page never said that it is ready.');
}

async function waitForFile(file: string): Promise<string> {
  const giveUpAt = Date.now() + patience;
  while (Date.now() < giveUpAt) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.includes('\n')) return text;
    await pause(50);
  }
  throw new Error('Electron did not open its debugging port.');
}
