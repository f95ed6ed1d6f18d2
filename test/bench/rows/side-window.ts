import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { budgets } from '../budgets.ts';
import { whileDriven } from '../driven.ts';
import { memoryOfTree } from '../processes/process-memory.ts';
import { compare } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import { seedProfiles } from '../seed.ts';
import { ownFolder, type Stage } from '../subject.ts';
import { settlingMs, spanMs, usedInSpan } from './idle.ts';

const profiles = 50;

/** Memory and CPU time without any input of the app with one side window, and without. */
export async function sideWindowRows(stage: Stage, rounds: number): Promise<Row[]> {
  const subjects = ['with', 'without'].map((name) => ({
    appFolder: ownFolder,
    dataFolder: join(stage.folder, `side-window-${name}`),
  }));
  for (const { dataFolder } of subjects) await seedProfiles(dataFolder, profiles);
  return whileDriven(subjects, stage, async (...driven) => {
    const [first] = driven;
    const opened = first?.electron.waitForEvent('window');
    await first?.page.evaluate(`(async () => {
      const { rows } = JSON.parse(await bridge.readState());
      const { id: profileId } = rows[0].profile;
      await bridge.openSideWindow({ subject: { kind: 'details', profileId } });
    })()`);
    await (await opened)?.locator('html[data-ready]').waitFor();
    await pause(settlingMs);
    const roots = driven.map(({ electron }) => electron.process().pid ?? 0);
    const memory = await Promise.all(roots.map(memoryOfTree));
    const spans: number[][] = [];
    for (let round = 0; round < Math.ceil(rounds / 3); round += 1)
      spans.push(await Promise.all(roots.map((root) => usedInSpan(root, spanMs))));
    const column = (place: number) => spans.map((span) => span[place] ?? Number.NaN);
    const [own = Number.NaN, without = Number.NaN] = memory;
    return [
      comparedRow(budgets.sideWindowMemory, 'app', compare([own], [without])),
      comparedRow(budgets.sideWindowIdle, 'app', compare(column(0), column(1))),
    ];
  });
}
