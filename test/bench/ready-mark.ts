import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import { watchCpu } from './processes/cpu-account.ts';
import { cpuTimeAt, gapAround, isAtRest } from './processes/cpu-time.ts';
import { type Running, type Stage, type Subject, startSubject } from './subject.ts';

// No polling before this time, so that it does not slow down the start.
const leaveAloneMs = 2_000;
const longestAloneMs = 20_000;
const restMs = 500;
const patienceMs = 60_000;

/** Time from process start to first content paint, in ms. */
export async function timeToReady(subject: Subject, stage: Stage): Promise<number> {
  // Under load the start may take longer; a value is discarded if polling began before the mark.
  for (let aloneMs = leaveAloneMs; ; aloneMs *= 2) {
    const running = await begin(subject, stage);
    try {
      await pause(aloneMs);
      const lookedAt = Date.now();
      const mark = await readMark(subject);
      if (mark <= lookedAt || aloneMs > longestAloneMs) return mark - running.startedAt;
    } finally {
      await running.end();
    }
  }
}

/** CPU time until first content paint. */
export interface CpuToReady {
  readonly ms: number;
  /** Time between the two samples around the mark, in ms. */
  readonly gapMs: number;
}

/** CPU time of all processes from start to first content paint. */
export async function cpuTimeToReady(subject: Subject, stage: Stage): Promise<CpuToReady> {
  const running = await begin(subject, stage);
  const { samples, stop } = watchCpu(running.pid);
  try {
    await pause(leaveAloneMs);
    const giveUpAt = Date.now() + longestAloneMs;
    while (!isAtRest(samples, restMs) && Date.now() < giveUpAt) await pause(restMs / 5);
    stop();
    const mark = await readMark(subject);
    return { ms: cpuTimeAt(samples, mark), gapMs: gapAround(samples, mark) };
  } finally {
    stop();
    await running.end();
  }
}

/** Starts a subject and waits until it is ready, without a measurement. */
export async function startReady(
  subject: Subject,
  stage: Stage,
  env: NodeJS.ProcessEnv = {},
): Promise<Running> {
  const running = await begin(subject, { ...stage, env: { ...stage.env, ...env } });
  try {
    await readMark(subject);
    return running;
  } catch (error) {
    await running.end();
    throw error;
  }
}

async function begin(subject: Subject, stage: Stage): Promise<Running> {
  await rm(portFileOf(subject), { force: true });
  return startSubject(subject, stage, ['--remote-debugging-port=0']);
}

function portFileOf({ dataFolder }: Subject): string {
  return join(dataFolder, 'DevToolsActivePort');
}

async function readMark(subject: Subject): Promise<number> {
  const [port] = (await waitForFile(portFileOf(subject))).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    return await markOf(browser);
  } finally {
    await browser.close();
  }
}

async function markOf(browser: Browser): Promise<number> {
  const giveUpAt = Date.now() + patienceMs;
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
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.includes('\n')) return text;
    await pause(50);
  }
  throw new Error('Electron did not open its debugging port.');
}
