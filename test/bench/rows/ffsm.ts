import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { projectRoot } from '../../../scripts/system/project-root.ts';
import { budgets } from '../budgets.ts';
import { whileDriven } from '../driven.ts';
import { logInToAll, startManyServers } from '../many-sessions.ts';
import { median } from '../numbers.ts';
import { inTurns } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import type { Stage } from '../subject.ts';

const startsInRound = 5;
const servers = 50;
/** What comes sooner is no answer to the question, in ms. */
const soonestMs = 700;
/** The first of the seeded profiles. */
const name = 'Airport 1';
const script = join(projectRoot, 'cli/ffsm');
const node = process.execPath;

/** Time of `ffsm header`, from the start of its process to its end, compared with a start of Node.js that does nothing. */
export async function ffsmRows(stage: Stage, rounds: number): Promise<Row[]> {
  const { emulator, own } = await startManyServers(stage, 'ffsm', servers);
  const env = { ...stage.env, FFSM_NO_START: '1' };
  const ffsm = (...args: readonly string[]) => run('/bin/sh', [script, ...args], env);
  const round = async (once: () => Promise<number>) => {
    const times: number[] = [];
    for (let start = 0; start < startsInRound; start += 1) times.push(await once());
    return median(times);
  };
  try {
    const compared = await whileDriven([own], stage, async ({ page, electron }) => {
      await logInToAll(page, servers);
      await page.evaluate('bridge.changeSettings({ settings: { commandLine: true } })');
      await untilAnswered(() => ffsm('status'));
      await Promise.all([ffsm('header', name), allowForAnHour(electron)]);
      return inTurns(
        rounds,
        () => round(() => ffsm('header', name)),
        () => round(() => run(node, ['-e', '0'], env)),
      );
    });
    const note = `Each round is the median of ${startsInRound} starts; the app has ${servers} servers.`;
    return [comparedRow(budgets.ffsm, 'node -e 0', compared, note)];
  } finally {
    await emulator.close();
  }
}

/** Runs a program and returns how long it took, in ms; throws unless it exits with 0. */
async function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(program, args, { env, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} exits with ${code}.`);
  return performance.now() - startedAt;
}

async function untilAnswered(ask: () => Promise<unknown>): Promise<void> {
  for (let left = 50; ; left -= 1) {
    const isAnswered = await ask().then(
      () => true,
      () => false,
    );
    if (isAnswered) return;
    if (left === 0) throw new Error('The app does not answer ffsm.');
    await pause(200);
  }
}

async function allowForAnHour(electron: ElectronApplication): Promise<void> {
  const isQuestion = (page: Page) => page.url().startsWith('app://bundle/consent.html');
  const question = electron.windows().find(isQuestion) ?? (await electron.waitForEvent('window', isQuestion));
  await question.locator('[value="hour"]').check();
  await pause(soonestMs);
  await question
    .locator('[value="allow"]')
    .click()
    .catch(() => undefined);
}
