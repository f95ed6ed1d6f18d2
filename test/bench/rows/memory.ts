import { setTimeout as pause } from 'node:timers/promises';
import { type Budget, budgets } from '../budgets.ts';
import { memoryOfTree } from '../processes/process-memory.ts';
import { startReady } from '../ready-mark.ts';
import { inTurns } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import { seededSubjects } from '../seed.ts';
import type { Stage, Subject } from '../subject.ts';

const settlingMs = 8_000;

const sizes: readonly (readonly [number, Budget])[] = [
  [50, budgets.memory50],
  [5_000, budgets.memory5000],
];

/** Memory of all processes, a few seconds after the start. */
export async function memoryRows(stage: Stage, rounds: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [profiles, budget] of sizes) {
    const { own, bare } = await seededSubjects(stage, `memory-${profiles}`, profiles);
    const compared = await inTurns(
      Math.ceil(rounds / 3),
      () => memoryWhenIdle(own, stage),
      () => memoryWhenIdle(bare, stage),
    );
    rows.push(comparedRow(budget, 'bare', compared));
  }
  return rows;
}

async function memoryWhenIdle(subject: Subject, stage: Stage): Promise<number> {
  const running = await startReady(subject, stage);
  try {
    await pause(settlingMs);
    return await memoryOfTree(running.pid);
  } finally {
    await running.end();
  }
}
