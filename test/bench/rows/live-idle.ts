import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultSettings } from '../../../contract/settings.ts';
import { budgets } from '../budgets.ts';
import { whileDriven } from '../driven.ts';
import { logInToAll, startManyServers } from '../many-sessions.ts';
import { memoryOfTree } from '../processes/process-memory.ts';
import { compare } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import type { Running, Stage } from '../subject.ts';
import { msText, settlingMs, spanMs, startIdle, usedInSpan } from './idle.ts';

const sessions = 50;
const patienceMs = 60_000;

/** CPU time and memory of the hidden app without any input, with live channels to 50 servers and without. */
export async function liveIdleRows(stage: Stage, rounds: number): Promise<Row[]> {
  const { emulator, own } = await startManyServers(stage, 'live', sessions);
  const running: Running[] = [];
  try {
    await whileDriven([own], stage, ({ page }) => logInToAll(page, sessions));
    const file = join(own.dataFolder, 'settings.json');
    const kept: object = JSON.parse(await readFile(file, 'utf8'));
    for (const liveChannels of [true, false]) {
      const settings = { ...defaultSettings, checkEveryMinutes: 60, liveChannels };
      await writeFile(file, JSON.stringify({ ...kept, settings }));
      running.push(await startIdle(own, stage, liveChannels ? 'live' : 'scheduled', true));
    }
    const opened = () => new Set(emulator.upgrades.map(({ headers }) => headers.host)).size;
    for (const giveUpAt = Date.now() + patienceMs; opened() < sessions; await pause(500))
      if (Date.now() > giveUpAt)
        throw new Error(`Only ${opened()} of ${sessions} live channels were opened.`);
    await pause(settlingMs);
    const spans: number[][] = [];
    for (let round = 0; round < Math.ceil(rounds / 3); round += 1)
      spans.push(await Promise.all(running.map(({ pid }) => usedInSpan(pid, spanMs))));
    const memory = await Promise.all(running.map(({ pid }) => memoryOfTree(pid)));
    const column = (place: number) => spans.map((span) => span[place] ?? Number.NaN);
    const tries = emulator.upgrades.length;
    const measured = spans.map(([live, without]) => `${msText(live)} (${msText(without)})`).join(', ');
    const note = `Each server pings every ${emulator.switches.now.pingSeconds} s; measured ${measured} ms; ${tries} channels were opened in all.`;
    const [live = Number.NaN, without = Number.NaN] = memory;
    return [
      comparedRow(budgets.liveIdle, 'app', compare(column(0), column(1)), note),
      comparedRow(budgets.liveMemory, 'app', compare([live], [without])),
    ];
  } finally {
    for (const each of running) await each.end();
    await emulator.close();
  }
}
