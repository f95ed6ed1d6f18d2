import { readFile } from 'node:fs/promises';
import { allProcessIds, readStat } from './proc-files.ts';

const kibInMib = 1024;

/** Memory of a process and its descendants in MiB; shared pages are counted once (PSS). */
export async function memoryOfTree(root: number): Promise<number> {
  const parents = new Map(allProcessIds().map((pid) => [pid, readStat(pid)?.parent ?? 0]));
  const tree = [...parents.keys()].filter((pid) => descendsFrom(pid, root, parents));
  const sizes = await Promise.all(tree.map(pssOf));
  return sizes.reduce((sum, size) => sum + size, 0) / kibInMib;
}

/** Whether a process is the root or one of its descendants. */
export function descendsFrom(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === root) return true;
  }
  return false;
}

async function pssOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
}
