import { randomBytes } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { UpdateProblem } from '../../contract/core/update-problem.ts';
import { type DiskContext, moveOver, removeQuietly, syncFolder } from '../files/atomic-write.ts';
import { DataFolder } from '../files/data-folder.ts';
import { diskCode, saveReason } from '../files/disk-errors.ts';
import { tempName } from '../files/quarantine.ts';
import { copyVerified, isVerified, type Wanted } from './verified-copy.ts';

/** A package in the cache, with what its signed manifest says of it. */
export interface DownloadedPackage extends Wanted {
  readonly path: string;
  readonly version: string;
}

/** The disk, and how many bytes are free on that of a folder. */
export interface AppImageDisk extends DiskContext {
  readonly freeBytes?: (folder: string) => Promise<number>;
}

const spareBytes = 1_000_000;

/**
 * Puts a downloaded AppImage in the place of the running one: writes it beside, syncs it, reads it again and renames it.
 *
 * SECURITY: never removes the old one first, so that a full disk, a crash or a power loss leaves the old app or the new
 * one, whole; and what is renamed was read back from the disk and is what was signed (0029).
 */
export async function replaceAppImage(
  around: AppImageDisk,
  pack: DownloadedPackage,
  appImage: string,
): Promise<Result<void, UpdateProblem>> {
  const { disk, freeBytes = bytesFree } = around;
  const folder = dirname(appImage);
  const beside = join(folder, tempName(basename(appImage), process.pid, randomBytes(6).toString('hex')));
  try {
    if ((await freeBytes(folder)) < pack.size + spareBytes) return noSpace(pack);
    const { mode } = await disk.stat(appImage);
    const isWanted =
      (await copyVerified(disk, pack.path, beside, pack)) && (await isVerified(disk, beside, pack));
    if (!isWanted) {
      await removeQuietly(disk, beside);
      return fail({ code: 'update-package-changed', version: pack.version });
    }
    await disk.chmod(beside, (mode & 0o777) | 0o100);
    await moveOver(around, beside, appImage);
  } catch (error) {
    await removeQuietly(disk, beside);
    return fail(problemOf(error, pack, folder));
  }
  // The new one is in place; only whether it outlasts a power loss is open.
  await syncFolder(around, folder).catch(() => undefined);
  return done;
}

/** Removes what a killed replacement left beside the AppImage. */
export async function removeLeftovers({ disk }: DiskContext, appImage: string): Promise<void> {
  await new DataFolder(disk, appImage, Date.now).sweep();
}

/** What a failed file operation means for an update. An error that is not from the file system is thrown again. */
export function problemOf(
  error: unknown,
  { size, version }: Wanted & { version: string },
  folder: string,
): UpdateProblem {
  const reason = saveReason(error);
  if (reason === 'disk-full') return noSpace({ size }).problem;
  if (reason === 'not-permitted' || reason === 'read-only') return { code: 'update-not-writable', folder };
  if (diskCode(error) === 'ENOENT') return { code: 'update-package-changed', version };
  return { code: 'update-not-installed', version };
}

function noSpace({ size }: Pick<Wanted, 'size'>) {
  const neededMb = Math.ceil((size + spareBytes) / 1_000_000);
  return fail({ code: 'update-no-space', neededMb } as const);
}

async function bytesFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
