import { execFileSync } from 'node:child_process';
import { freshFolder } from '../fresh-folder.ts';

/** A disk of our own, for a moment. */
export interface RealDisk {
  readonly folder: string;
  makeReadOnly(): void;
  unmount(): void;
}

/** Mounts a disk of so many KiB in memory; null where this user may not. */
export async function mountDisk(kib: number): Promise<RealDisk | null> {
  if (process.platform !== 'linux') return null;
  const folder = await freshFolder();
  const run = (program: string, ...given: string[]) => execFileSync(program, given, { stdio: 'ignore' });
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder);
  } catch {
    return null;
  }
  return {
    folder,
    makeReadOnly: () => run('mount', '-o', 'remount,ro', folder),
    unmount: () => run('umount', folder),
  };
}

/** Said loudly in the report where no disk can be mounted. */
export const noRealDisk =
  'NOT TESTED HERE: only root on Linux may mount the small disk that this fault needs';
