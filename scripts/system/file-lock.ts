import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const maxWorkMs = 20 * 60_000;
const retryDelayMs = 250;

/** Runs `work` while no other process of this user holds the same lock file. */
export async function withFileLock<T>(
  lockFile: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(lockFile), { recursive: true });
  for (let tries = 0; !(await take(lockFile)); tries += 1) {
    if (tries === 2) onWait();
    await pause(retryDelayMs);
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function take(lockFile: string): Promise<boolean> {
  const mine = `${lockFile}.${randomUUID()}`;
  // A hard link appears with its content, so no process can see a lock without an owner.
  await writeFile(mine, String(process.pid));
  try {
    await link(mine, lockFile);
    return true;
  } catch {
    await removeIfAbandoned(lockFile);
    return false;
  } finally {
    await rm(mine, { force: true });
  }
}

async function removeIfAbandoned(lockFile: string): Promise<void> {
  const owner = await readFile(lockFile, 'utf8').catch(() => undefined);
  const taken = await stat(lockFile).catch(() => undefined);
  if (owner === undefined || taken === undefined) return;
  if (isAlive(Number(owner)) && Date.now() - taken.mtimeMs < maxWorkMs) return;
  const aside = `${lockFile}.${randomUUID()}`;
  await rename(lockFile, aside).catch(() => undefined);
  // If another process has taken the lock since it was read, it is put back.
  const moved = await readFile(aside, 'utf8').catch(() => owner);
  if (moved !== owner) await link(aside, lockFile).catch(() => undefined);
  await rm(aside, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
