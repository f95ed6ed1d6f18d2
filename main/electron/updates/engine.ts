import type { KeyObject } from 'node:crypto';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { getAppCacheDir } from 'electron-updater/out/AppAdapter.js';
import { fail, ok, type Result } from '../../../contract/core/result.ts';
import type { UpdateProblem } from '../../../contract/core/update-problem.ts';
import { diskCode } from '../../files/disk-errors.ts';
import { realDisk } from '../../files/file-system.ts';
import type { UpdateEngine } from '../../updates/app-updates.ts';
import { findUpdate, folderReader } from '../../updates/find-update.ts';
import type { FoundUpdate, InstalledCopy } from '../../updates/read-manifest.ts';
import { type DownloadedPackage, problemOf } from '../../updates/replace-app-image.ts';
import { sourceText, type UpdateSource } from '../../updates/update-source.ts';
import { copyVerified, isVerified } from '../../updates/verified-copy.ts';
import { createUpdater, downloadPackage } from './download.ts';
import { urlReader } from './source-session.ts';

const cacheName = 'findface-session-manager-updater';

/** Looks for updates and downloads them; the only part that loads electron-updater. */
export function createEngine(
  copy: InstalledCopy & { readonly platform: NodeJS.Platform },
  keys: readonly KeyObject[],
): UpdateEngine & { quitAndInstall(relaunch: boolean): void } {
  const updater = createUpdater(cacheName);
  const cache = join(getAppCacheDir(), cacheName, 'pending');

  const fetchPackage = async (
    source: UpdateSource,
    found: FoundUpdate,
    onBytes: (received: number) => void,
    signal: AbortSignal,
  ): Promise<string | null> => {
    if (source.kind === 'url') return downloadPackage(updater, source.url, found, onBytes, signal);
    await rm(cache, { recursive: true, force: true });
    await mkdir(cache, { recursive: true, mode: 0o700 });
    const to = join(cache, found.file);
    const isCopied = await copyVerified(realDisk, join(source.path, found.file), to, found, {
      onBytes,
      signal,
    });
    return isCopied ? to : null;
  };

  return {
    check: async (source, signal) => {
      const read = source.kind === 'url' ? urlReader(source.url, signal) : folderReader(source.path);
      const found = await findUpdate(source, read, copy, keys);
      // What was downloaded is installed or outdated.
      if (found.ok && !found.value) await rm(cache, { recursive: true, force: true }).catch(() => undefined);
      return found;
    },
    download: async (source, found, onBytes, signal): Promise<Result<DownloadedPackage, UpdateProblem>> => {
      const { version, size, sha512 } = found;
      const changed = fail({ code: 'update-package-changed', version } as const);
      try {
        await mkdir(cache, { recursive: true, mode: 0o700 });
        const { bavail, bsize } = await statfs(cache);
        if (bavail * bsize < size)
          return fail({ code: 'update-no-space', neededMb: Math.ceil(size / 1_000_000) });
        const path = await fetchPackage(source, found, onBytes, signal);
        // Said at once; what is installed is compared again right before (0029).
        if (path === null || !(await isVerified(realDisk, path, found))) return changed;
        return ok({ path, version, size, sha512 });
      } catch (error) {
        if (diskCode(error) !== null) return fail(problemOf(error, found, cache));
        const isChanged = error instanceof Error && 'code' in error && error.code === 'ERR_CHECKSUM_MISMATCH';
        return isChanged ? changed : fail({ code: 'update-source-unreachable', source: sourceText(source) });
      }
    },
    quitAndInstall: (relaunch) => updater.quitAndInstall(true, relaunch),
  };
}
