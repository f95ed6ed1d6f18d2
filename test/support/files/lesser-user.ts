import { execFile } from 'node:child_process';
import { chmod, chown, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freshFolder } from './fresh-folder.ts';
import { plainProgram } from './plain-program.ts';

/** Whether the tests run as root, whom file permissions do not restrict. */
export const isRoot = process.getuid?.() === 0;

/** The user with fewer rights: `nobody`, or the user of the tests. */
export const lesserId = isRoot ? 65_534 : (process.getuid?.() ?? 0);

/** Creates a folder with a file and its backup that belong to the lesser user. */
export async function lesserFolder(): Promise<string> {
  const folder = await freshFolder();
  // The parent folder is closed to other users.
  await chmod(dirname(folder), 0o711);
  for (const [name, text] of [
    ['lines.txt', 'v1 two end'],
    ['lines.txt.bak', 'v1 one end'],
  ] as const)
    await writeFile(join(folder, name), text, { mode: 0o600 });
  if (isRoot) for (const name of ['.', 'lines.txt', 'lines.txt.bak']) await own(join(folder, name), lesserId);
  return folder;
}

/** Changes the owner of a file. */
export async function own(path: string, id: number): Promise<void> {
  await chown(path, id, id);
}

/** The program that opens and saves once, readable for the lesser user. */
export async function oneSaveProgram(): Promise<string> {
  const program = await plainProgram(join(import.meta.dirname, 'one-save.ts'));
  const folder = join(program, '../../..');
  await chmod(folder, 0o755);
  await chmod(dirname(folder), 0o711);
  return program;
}

/** Opens and saves once as the lesser user, with a time limit. */
export async function saveAsLesser(program: string, folder: string): Promise<unknown> {
  const user = isRoot ? { uid: lesserId, gid: lesserId } : {};
  const options = { ...user, cwd: '/', timeout: 20_000 };
  const { stdout } = await promisify(execFile)(process.execPath, [program, folder], options);
  return JSON.parse(stdout);
}
