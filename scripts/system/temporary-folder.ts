import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is removed when this process ends. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

const thoroughly = { recursive: true, force: true, maxRetries: 3 } as const;

/** Creates a new temporary folder. */
export async function temporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `ffsm-${purpose}-`));
  // Ctrl+C can end the process before `finally` has run.
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
