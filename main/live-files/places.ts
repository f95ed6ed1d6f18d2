import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Owner and permissions of a folder. */
export interface FolderFacts {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

/** The place that a person chose, without symbolic links; null if its folder does not exist. */
export async function plainPlace(chosen: string): Promise<string | null> {
  try {
    return join(await realpath(dirname(chosen)), basename(chosen));
  } catch {
    return null;
  }
}

/**
 * Whether only this user and administrators can exchange what is in a folder, and the folders around it. Windows decides
 * by other rules, which are not looked at.
 */
export async function isFolderSafe(folder: string): Promise<boolean> {
  const uid = process.getuid?.();
  if (uid === undefined) return true;
  try {
    // SECURITY: a symbolic link put in the place of a folder would lead elsewhere than a person has confirmed (0045).
    if ((await realpath(folder)) !== folder) return false;
    for (let at = folder; ; at = dirname(at)) {
      if (isOpenToOthers(await stat(at), uid)) return false;
      if (at === dirname(at)) return true;
    }
  } catch {
    // There is none, which the next step finds out too.
    return true;
  }
}

/** Whether other users can exchange files in a folder. */
export function isOpenToOthers({ uid, gid, mode }: FolderFacts, user: number): boolean {
  // SECURITY: who owns a folder or can write to it can put another file in the place of this one (0045).
  if (uid !== user && uid !== 0) return true;
  // In a folder such as /tmp, only the owner of a file can exchange it.
  if ((mode & 0o1000) !== 0) return false;
  const isOwnGroup = gid === uid || gid === 0;
  return (mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && !isOwnGroup);
}
