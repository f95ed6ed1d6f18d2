import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { operator } from '../emulator/default-users.ts';
import { startEmulator } from '../emulator/emulator.ts';
import { MainWindow } from '../support/pages.ts';
import { asarSize } from './asar-size.ts';
import { drive, timeToCopy, watchCopying } from './copy-time.ts';
import { median } from './numbers.ts';
import { memoryOfTree } from './process-memory.ts';
import { startReady, timeToReady } from './ready-mark.ts';
import { inTurns, type Pairs } from './rounds.ts';
import type { Row } from './row.ts';
import { seedProfiles } from './seed.ts';
import { bareFolder, ownFolder, type Stage, type Subject } from './subject.ts';

// V8 caches compiled code from the second or third start on, as in everyday use.
const warmUps = 3;
const settling = 8_000;
const presses = 30;

/** The measurements by name; each returns rows. */
export const measurements = {
  start: async (stage: Stage, rounds: number) => [
    await start(stage, rounds, 0, 1.25, 1.15),
    await start(stage, rounds, 500, 1.35, 1.25),
  ],
  memory: async (stage: Stage, rounds: number) => [await memory(stage, Math.ceil(rounds / 3))],
  copy: async (stage: Stage, rounds: number) => [await copy(stage, rounds)],
  asar: async (stage: Stage) => [await asar(stage)],
} as const satisfies Record<string, (stage: Stage, rounds: number) => Promise<Row[]>>;

async function start(
  stage: Stage,
  rounds: number,
  profiles: number,
  budget: number,
  goal: number,
): Promise<Row> {
  const { own, bare } = await subjects(stage, `start-${profiles}`, profiles);
  for (let time = 0; time < warmUps; time += 1) {
    await timeToReady(own, stage);
    await timeToReady(bare, stage);
  }
  const pairs = await inTurns(
    rounds,
    () => timeToReady(own, stage),
    () => timeToReady(bare, stage),
  );
  return { name: `start to usable list, ${profiles} profiles`, unit: 'ms', budget, goal, ...summary(pairs) };
}

async function memory(stage: Stage, rounds: number): Promise<Row> {
  const { own, bare } = await subjects(stage, 'memory', 50);
  const pairs = await inTurns(
    rounds,
    () => memoryWhenIdle(own, stage),
    () => memoryWhenIdle(bare, stage),
  );
  return { name: 'memory, idle, 50 profiles', unit: 'MiB', budget: 1.2, goal: 1.1, ...summary(pairs) };
}

async function memoryWhenIdle(subject: Subject, stage: Stage): Promise<number> {
  const running = await startReady(subject, stage);
  try {
    await pause(settling);
    return await memoryOfTree(running.pid);
  } finally {
    await running.end();
  }
}

async function copy(stage: Stage, rounds: number): Promise<Row> {
  const { own, bare } = await subjects(stage, 'copy', 0);
  const emulator = await startEmulator();
  const [ours, theirs] = [await drive(own, stage), await drive(bare, stage)];
  try {
    const window = new MainWindow(ours.page);
    const { name: userName, password } = operator;
    await window.addAndLogIn({ address: emulator.base, name: 'Bench', userName, password });
    await window.button('Copy header', window.row('Bench')).waitFor();
    await window.row('Bench').click();
    for (const driven of [ours, theirs]) await watchCopying(driven);
    const pairs = await inTurns(
      rounds,
      () => timeToCopy(ours, presses),
      () => timeToCopy(theirs, presses),
    );
    return {
      name: 'key press to header on the clipboard',
      unit: 'ms',
      budget: 2,
      goal: null,
      ...summary(pairs),
    };
  } finally {
    await ours.electron.close();
    await theirs.electron.close();
    await emulator.close();
  }
}

async function asar(stage: Stage): Promise<Row> {
  const size = await asarSize(stage.folder);
  return {
    name: 'app.asar',
    unit: 'MiB',
    app: size,
    bare: null,
    measured: size,
    budget: 2,
    goal: null,
    rounds: 1,
  };
}

async function subjects(
  stage: Stage,
  name: string,
  profiles: number,
): Promise<{ own: Subject; bare: Subject }> {
  const own = { appFolder: ownFolder, dataFolder: join(stage.folder, `${name}-app`) };
  await seedProfiles(own.dataFolder, profiles);
  return { own, bare: { appFolder: bareFolder, dataFolder: join(stage.folder, `${name}-bare`) } };
}

function summary(pairs: Pairs): Pick<Row, 'app' | 'bare' | 'measured' | 'rounds'> {
  return {
    app: median(pairs.app),
    bare: median(pairs.bare),
    measured: pairs.ratio,
    rounds: pairs.app.length,
  };
}
