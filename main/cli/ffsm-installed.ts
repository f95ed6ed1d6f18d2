import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a terminal that has these folders in its `PATH` finds `ffsm`. */
export async function isFfsmInstalled(path: string, platform: NodeJS.Platform): Promise<boolean> {
  if (platform === 'win32') return false;
  const folders = path.split(':').filter((folder) => folder.startsWith('/'));
  const found = await Promise.all(
    folders.map((folder) =>
      access(join(folder, 'ffsm'), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
