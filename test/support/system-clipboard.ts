import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What another program gets when a person pastes; empty when the clipboard is empty. */
export async function pasteElsewhere(): Promise<string> {
  const { stdout } = await run('xclip', ['-selection', 'clipboard', '-out'], { timeout: 5_000 }).catch(
    () => ({
      stdout: '',
    }),
  );
  return stdout;
}

/** Copies a text as another program would. */
export async function copyElsewhere(text: string): Promise<void> {
  const child = execFile('xclip', ['-selection', 'clipboard', '-in']);
  child.stdin?.end(text);
  await new Promise((resolve) => child.on('exit', resolve));
}
