import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { budgets } from '../budgets.ts';
import { type Driven, whileDriven } from '../driven.ts';
import { logInToAll, startManyServers } from '../many-sessions.ts';
import { compare } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import type { Stage } from '../subject.ts';

const servers = 50;
const checksOfAll = 196;
const copies = 200;
/** Time between copies in ms; the app limits their rate to 5 a second. */
const betweenCopiesMs = 220;
/** Longer than a copied header stays on the clipboard, so that the window shows the same before and after. */
const settlingMs = 35_000;
const readings = 5;
const bytesInMib = 1024 * 1024;

/** Growth of the page's heap over checks and copies, after garbage collection. */
export async function growthRows(stage: Stage): Promise<Row[]> {
  const { emulator, own } = await startManyServers(stage, 'growth', servers);
  try {
    const compared = await whileDriven([own], stage, async (driven) => {
      await logInToAll(driven.page, servers);
      // The same work once before: V8 keeps what it compiles of it, which is no growth.
      await work(driven.page, checksOfAll, copies);
      const before = await heapReadings(driven);
      await work(driven.page, checksOfAll, copies);
      return compare(await heapReadings(driven), before);
    });
    const note = `Checks of ${servers} servers, after as many before; few copies, because the app limits them to 5 a second. ${readings} readings before and after, each after garbage collection.`;
    return [comparedRow(budgets.growth, 'before', compared, note)];
  } finally {
    await emulator.close();
  }
}

/** Checks all servers repeatedly and copies headers with the keyboard at the same time. */
async function work(page: Page, checks: number, presses: number): Promise<void> {
  const checking = page.evaluate(`(async () => {
    for (let time = 0; time < ${checks}; time += 1) {
      const checked = await bridge.checkAll();
      if (!checked.ok) throw new Error(checked.problem.code);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })()`);
  await page.locator('[role=grid] [role=row]').first().click();
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+c');
    await pause(betweenCopiesMs);
  }
  await checking;
}

async function heapReadings({ electron, page }: Driven): Promise<number[]> {
  await pause(settlingMs);
  const session = await electron.context().newCDPSession(page);
  const sizes: number[] = [];
  while (sizes.length < readings) sizes.push(await heapAfterGarbage(session));
  await session.detach();
  return sizes;
}

async function heapAfterGarbage(session: CDPSession): Promise<number> {
  // The second collection frees what finalizers of the first one released.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / bytesInMib;
}
