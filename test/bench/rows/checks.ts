import type { Page } from '@playwright/test';
import type { Emulator } from '../../emulator/emulator.ts';
import { budgets } from '../budgets.ts';
import { whileDriven } from '../driven.ts';
import { logInToAll, startManyServers } from '../many-sessions.ts';
import { median } from '../numbers.ts';
import { compare } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import type { Stage } from '../subject.ts';

const servers = 200;
const delayMs = 50;
const atOnce = 8;
const idealMs = (servers / atOnce) * delayMs;

/** Time of a check of all servers, compared with the ideal for their response time. */
export async function checkRows(stage: Stage, rounds: number): Promise<Row[]> {
  const { emulator, own } = await startManyServers(stage, 'checks', servers);
  try {
    const checked = await whileDriven([own], stage, async ({ page }) => {
      await logInToAll(page, servers);
      emulator.switches.set({ delayMs });
      // Warm-up; the first check also requests the public info of each server.
      await checkAll(page, emulator);
      const all: CheckOfAll[] = [];
      while (all.length < Math.ceil(rounds / 2)) all.push(await checkAll(page, emulator));
      return all;
    });
    const compared = compare(
      checked.map(({ inWindowMs }) => inWindowMs),
      checked.map(() => idealMs),
    );
    const atServers = median(checked.map(({ atServersMs }) => atServersMs)).toFixed(0);
    const note = `Each server answers after ${delayMs} ms, so ${servers} take ${idealMs} ms at best, ${atOnce} at a time. The last server had answered after ${atServers} ms; the rest is the time of the window.`;
    return [comparedRow(budgets.checks, 'ideal', compared, note)];
  } finally {
    await emulator.close();
  }
}

interface CheckOfAll {
  /** Until the call returns in the page, which is after all state changes. */
  readonly inWindowMs: number;
  /** Until the last server has answered. */
  readonly atServersMs: number;
}

async function checkAll(page: Page, emulator: Emulator): Promise<CheckOfAll> {
  emulator.forgetRequests();
  const startedAt = Date.now();
  const inWindowMs: unknown = await page.evaluate(`(async () => {
    const startedAt = performance.now();
    await bridge.checkAll();
    return performance.now() - startedAt;
  })()`);
  const lastAskedAt = emulator.requests.at(-1)?.time ?? Number.NaN;
  return { inWindowMs: Number(inWindowMs), atServersMs: lastAskedAt + delayMs - startedAt };
}
