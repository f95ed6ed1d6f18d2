import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTestFolder, testFolderVariable } from './test-folder.ts';

const base = process.env[testFolderVariable] ?? ownFolder();

function ownFolder(): string {
  const folder = makeTestFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty folder that is removed after the tests. */
export async function freshFolder(): Promise<string> {
  return mkdtemp(join(base, 'folder-'));
}
