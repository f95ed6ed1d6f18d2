import { lstat, mkdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

/** Where `ffsm` looks for the app; the script `cli/ffsm` computes the same path. */
export function socketPath(environment: NodeJS.ProcessEnv, home: string): string {
  return join(environment.XDG_RUNTIME_DIR || join(home, '.cache'), 'ffsm', 'socket');
}

/** Why the app cannot listen there. */
export type PlaceProblem = 'folder-not-private' | 'in-use';

/**
 * Makes the folder of the socket and removes a socket that no process listens on any more.
 *
 * Returns what speaks against listening there, or null. Rejects with the errors of the file system.
 */
export async function prepareSocketPlace(path: string): Promise<PlaceProblem | null> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  const isOurs = found.isDirectory() && found.uid === process.getuid?.();
  // SECURITY: in a folder that others can write to, they could answer in place of the app, or read what it says (0052).
  if (!isOurs || (found.mode & 0o077) !== 0) return 'folder-not-private';
  const socket = await lstat(path).catch(() => null);
  if (socket === null) return null;
  if (await isAnswered(path)) return 'in-use';
  await rm(path, { force: true });
  return null;
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
