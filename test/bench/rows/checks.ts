import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { operator } from '../../emulator/default-users.ts';
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
const warmUpRequests = 4_000;
const idealMs = (servers / atOnce) * delayMs;

/** Time of a check of all servers, compared with the ideal for their response time. */
export async function checkRows(stage: Stage, rounds: number): Promise<Row[]> {
  const { emulator, own } = await startManyServers(stage, 'checks', servers);
  try {
    const checked = await whileDriven([own], stage, async ({ page }) => {
      await logInToAll(page, servers);
      await warmUp(emulator);
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

/** Asks the emulator until V8 has compiled what serves a check: its time is not the app's. */
async function warmUp(emulator: Emulator): Promise<void> {
  const basic = Buffer.from(`${operator.name}:${operator.password}`).toString('base64');
  const loggedIn = await fetch(`http://127.0.0.1:${emulator.port}/auth/login/`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: JSON.stringify({ uuid: randomUUID(), mobile: false, device_info: {} }),
  });
  const { token } = v.parse(v.object({ token: v.string() }), await loggedIn.json());
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      // A connection for each request, as a check has it.
      const options = { port: emulator.port, path: '/users/me/', agent: false };
      const request = get({ ...options, headers: { authorization: `Token ${token}` } }, (answer) => {
        answer.resume().once('end', resolve);
        if (answer.statusCode !== 200) reject(new Error(`The emulator answered ${answer.statusCode}.`));
      });
      request.once('error', reject);
    });
  for (let asked = 0; asked < warmUpRequests; asked += atOnce)
    await Promise.all(Array.from({ length: atOnce }, ask));
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
