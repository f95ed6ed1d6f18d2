import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable with the folder of all tests of a run. */
export const testFolderVariable = 'FFSM_TEST_FOLDER';

/** Makes a folder for tests. Every save syncs the files; in memory that costs nothing. */
export function makeTestFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'ffsm-test-'));
}

/** Called by vitest before all tests. */
export function setup(): void {
  // Once for each project of vitest.
  process.env[testFolderVariable] ??= makeTestFolder();
}

/**
 * Called by vitest after all tests.
 *
 * The processes of the tests are ended before they could remove their files: each run left 700 MB in memory.
 */
export function teardown(): void {
  rmSync(process.env[testFolderVariable] ?? '', { recursive: true, force: true });
}
