import { execFileSync } from 'node:child_process';
import { freshFolder } from './fresh-folder.ts';

/** A separate mounted disk. */
export interface RealDisk {
  readonly folder: string;
  makeReadOnly(): void;
  unmount(): void;
}

/** Mounts an in-memory disk of this many KiB; null without permission. */
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

/** Reported if no disk can be mounted. */
export const noRealDisk =
  'NOT TESTED HERE: only root on Linux may mount the small disk that this fault needs';
