import { readdir, readFile } from 'node:fs/promises';

const kibInMib = 1024;

/** Memory of a process and its descendants in MiB; shared pages are counted once (PSS). */
export async function memoryOfTree(root: number): Promise<number> {
  const parents = await parentsOfAll();
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

async function parentsOfAll(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const pairs = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      // The name in front of it is in parentheses and may contain spaces.
      return [pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const;
    }),
  );
  return new Map(pairs);
}

async function pssOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
}
