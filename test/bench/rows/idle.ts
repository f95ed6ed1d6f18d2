import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { budgets } from '../budgets.ts';
import { whileDriven } from '../driven.ts';
import { logInToAll, startManyServers } from '../many-sessions.ts';
import { CpuAccount } from '../processes/cpu-account.ts';
import { startReady } from '../ready-mark.ts';
import { compare } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import { bareFolder, type Running, type Stage, type Subject } from '../subject.ts';

const sessions = 50;
/** V8 and Chromium free what a start left behind, once, up to 4 minutes after it, in the bare window too. */
export const settlingMs = 240_000;
/** The length of a measurement. */
export const spanMs = 60_000;
/** Time between samples, so that threads which exit in between are counted. */
const sampleEveryMs = 5_000;
/** Lower values count as this: 0.1 % of one core, about the accuracy of the measurement. */
const floorMs = 60;
const hidingScript = join(import.meta.dirname, 'hide-on-signal.cjs');

/** CPU time of all processes without any input, with sessions in the list. */
export async function idleRows(stage: Stage, rounds: number): Promise<Row[]> {
  const own = await subjectWithSessions(stage);
  const bare = { appFolder: bareFolder, dataFolder: join(stage.folder, 'idle-bare') };
  const running: Running[] = [];
  try {
    for (const [subject, name] of [
      [own, 'app'],
      [bare, 'bare'],
    ] as const) {
      for (const isHidden of [true, false]) running.push(await startIdle(subject, stage, name, isHidden));
    }
    const settling = await Promise.all(running.map(({ pid }) => usedInSpan(pid, settlingMs)));
    const spans: number[][] = [];
    for (let round = 0; round < Math.ceil(rounds / 3); round += 1) {
      const span = await Promise.all(running.map(({ pid }) => usedInSpan(pid, spanMs)));
      spans.push(span);
    }
    const column = (place: number) => spans.map((span) => Math.max(span[place] ?? Number.NaN, floorMs));
    const note = (app: number, bare: number) => {
      const before = `${msText(settling[app])} ms before (bare ${msText(settling[bare])} ms)`;
      const measured = spans.map((span) => msText(span[app])).join(', ');
      return `With ${sessions} sessions; measured ${measured} ms, and in the ${settlingMs / 1_000} s ${before}. Less than ${floorMs} ms counts as ${floorMs} ms.`;
    };
    return [
      comparedRow(budgets.idleHidden, 'bare', compare(column(0), column(2)), note(0, 2)),
      comparedRow(budgets.idleShown, 'bare', compare(column(1), column(3)), note(1, 3)),
    ];
  } finally {
    for (const each of running) await each.end();
  }
}

async function subjectWithSessions(stage: Stage): Promise<Subject> {
  const { emulator, own } = await startManyServers(stage, 'idle', sessions);
  try {
    await whileDriven([own], stage, ({ page }) => logInToAll(page, sessions));
    return own;
  } finally {
    await emulator.close();
  }
}

/** Starts a subject with a copy of its data folder, so that it can run twice, and hides its window if `isHidden`. */
export async function startIdle(
  subject: Subject,
  stage: Stage,
  name: string,
  isHidden: boolean,
): Promise<Running> {
  const dataFolder = join(stage.folder, `idle-${name}-${isHidden ? 'hidden' : 'shown'}`);
  await cp(subject.dataFolder, dataFolder, { recursive: true }).catch(() => undefined);
  const visibilityFile = join(stage.folder, `visibility-${name}-${isHidden}`);
  const running = await startReady({ ...subject, dataFolder }, stage, {
    NODE_OPTIONS: `--require=${hidingScript}`,
    FFSM_BENCH_VISIBILITY: visibilityFile,
  });
  if (!isHidden) return running;
  process.kill(running.pid, 'SIGUSR2');
  for (const giveUpAt = Date.now() + 20_000; Date.now() < giveUpAt; await pause(200)) {
    if ((await readFile(visibilityFile, 'utf8').catch(() => '')) === 'hidden') return running;
  }
  await running.end();
  throw new Error(`The window of ${name} could not be hidden.`);
}

/** A whole number of ms. */
export function msText(ms: number | undefined): string {
  return (ms ?? Number.NaN).toFixed(0);
}

/** CPU time of a process and its descendants in a span, in ms. */
export async function usedInSpan(pid: number, lengthMs: number): Promise<number> {
  const account = new CpuAccount(pid);
  const { totalMs: before } = account.sample();
  for (const endAt = Date.now() + lengthMs; Date.now() < endAt; ) {
    await pause(Math.min(sampleEveryMs, endAt - Date.now()));
    account.sample();
  }
  return account.sample().totalMs - before;
}
