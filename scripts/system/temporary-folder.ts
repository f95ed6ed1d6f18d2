import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone when this process is. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

const thoroughly = { recursive: true, force: true, maxRetries: 3 } as const;

/** Makes a new, empty folder for the time being. */
export async function temporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `ffsm-${purpose}-`));
  // Ctrl+C can end the process before or amid what is in `finally`.
  const removeNow = () => rmSync(path, thoroughly);
  process.once('exit', removeNow);
  return {
    path,
    remove: async () => {
      await rm(path, thoroughly);
      process.off('exit', removeNow);
    },
  };
}
