import { setTimeout as pause } from 'node:timers/promises';
import { type Budget, budgets } from '../budgets.ts';
import { median } from '../numbers.ts';
import { cpuTimeToReady, startReady, timeToReady } from '../ready-mark.ts';
import { inTurns } from '../rounds.ts';
import { comparedRow, type Row } from '../row.ts';
import { seededSubjects } from '../seed.ts';
import type { Stage, Subject } from '../subject.ts';

// V8 caches compiled code from the second or third start on, as in everyday use.
const warmUps = 3;

/** Longer than it takes to open the vault, before which a quit keeps no picture for the next start. */
const usedMs = 5_000;

const starts: readonly (readonly [number, Budget])[] = [
  [0, budgets.start0],
  [50, budgets.start50],
  [500, budgets.start500],
  [5_000, budgets.start5000],
];

/** Time from process start to the first frame with the list. */
export async function startRows(stage: Stage, rounds: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [profiles, budget] of starts) {
    const { own, bare } = await warmSubjects(stage, `start-${profiles}`, profiles);
    const compared = await inTurns(
      rounds,
      () => timeToReady(own, stage),
      () => timeToReady(bare, stage),
    );
    rows.push(comparedRow(budget, 'bare', compared));
  }
  return rows;
}

/** CPU time of all processes until that frame. */
export async function cpuRows(stage: Stage, rounds: number): Promise<Row[]> {
  const { own, bare } = await warmSubjects(stage, 'cpu', 500);
  const gaps: number[] = [];
  const measure = async (subject: Subject) => {
    const { ms, gapMs } = await cpuTimeToReady(subject, stage);
    gaps.push(gapMs);
    return ms;
  };
  const compared = await inTurns(
    rounds,
    () => measure(own),
    () => measure(bare),
  );
  const note = `Of all processes, user and system; the samples around the mark lay ${median(gaps).toFixed(0)} ms apart.`;
  return [comparedRow(budgets.cpu, 'bare', compared, note)];
}

async function warmSubjects(stage: Stage, name: string, profiles: number) {
  const { own, bare } = await seededSubjects(stage, name, profiles);
  for (let time = 0; time < warmUps; time += 1) {
    await timeToReady(own, stage);
    await timeToReady(bare, stage);
  }
  const used = await startReady(own, stage);
  await pause(usedMs);
  await used.end();
  return { own, bare };
}
