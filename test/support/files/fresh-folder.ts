import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Every save syncs the files; in memory that costs nothing.
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'ffsm-test-'));
process.once('exit', () => rmSync(base, { recursive: true, force: true }));

/** An empty folder that is removed after the tests. */
export async function freshFolder(): Promise<string> {
  return mkdtemp(join(base, 'folder-'));
}
