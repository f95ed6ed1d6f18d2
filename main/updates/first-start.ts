import { constants } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DiskContext, syncFolder } from '../files/atomic-write.ts';
import { diskCode } from '../files/disk-errors.ts';

/** The version that ran before, as kept, and the one that starts now. */
export interface StartedVersions {
  /** Null if no version was kept yet. */
  readonly before: string | null;
  readonly now: string;
}

/** What came of copying; `nothing`: the same version as before, or nothing saved yet. */
export type FirstStartCopies = 'copied' | 'nothing' | 'failed';

const saved = ['profiles.json', 'users.json', 'vault.json', 'settings.json'];
const copied = saved.flatMap((name) => [name, `${name}.bak`]);
const mostCopies = 3;

/** Many times the size of real files; a larger one is no file of ours. */
const largest = 256 * 1024 * 1024;

/**
 * Copies the saved files before a new version opens them for the first time, to `copies/TIME-OLD-to-NEW/` of the data
 * folder, and keeps the last three of these folders.
 *
 * A start that failed after its copy and is tried again makes no second one, which the new version may have changed.
 */
export async function copyBeforeFirstStart(
  folder: string,
  { before, now }: StartedVersions,
  around: DiskContext & { readonly now: () => number },
): Promise<FirstStartCopies> {
  if (before === now) return 'nothing';
  const { disk } = around;
  try {
    const present = await filesIn(folder, around);
    if (!present.some((name) => /^(profiles|vault)\./.test(name))) return 'nothing';
    const copies = join(folder, 'copies');
    await disk.mkdir(copies, { recursive: true, mode: 0o700 });
    const change = `${before ?? 'earlier'}-to-${now}`;
    const earlier = (await disk.readdir(copies)).filter((name) => !name.endsWith('.tmp')).sort();
    if (earlier.at(-1)?.endsWith(`Z-${change}`)) return 'copied';
    const name = `${new Date(around.now()).toISOString().replaceAll(':', '-')}-${change}`;
    await copyAll(present, { from: folder, to: join(copies, name) }, around);
    await syncFolder(around, copies);
    for (const old of [...earlier, name].slice(0, -mostCopies))
      await rm(join(copies, old), { recursive: true, force: true });
    return 'copied';
  } catch (error) {
    if (diskCode(error) === null) throw error;
    return 'failed';
  }
}

async function copyAll(
  names: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
  around: DiskContext,
): Promise<void> {
  const { disk } = around;
  const temp = `${to}.tmp`;
  await disk.mkdir(temp, { mode: 0o700 });
  try {
    for (const name of names) {
      await disk.copyFile(join(from, name), join(temp, name), constants.COPYFILE_EXCL);
      await disk.chmod(join(temp, name), 0o600);
      const copy = await disk.open(join(temp, name), 'r+');
      await copy.sync().finally(() => copy.close());
    }
    await syncFolder(around, temp);
    await disk.rename(temp, to);
  } catch (error) {
    await rm(temp, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

async function filesIn(folder: string, { disk }: DiskContext): Promise<readonly string[]> {
  const found = await Promise.all(
    copied.map(async (name) => {
      const stats = await disk.lstat(join(folder, name)).catch((error) => {
        if (diskCode(error) !== 'ENOENT') throw error;
        return null;
      });
      return stats?.isFile() && stats.size <= largest ? name : null;
    }),
  );
  return found.filter((name) => name !== null);
}
