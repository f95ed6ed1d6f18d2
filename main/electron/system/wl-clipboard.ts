import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type { WlClipboard } from '../../clipboard/wayland-clipboard.ts';

/** Limit for one program, in ms. */
const limitMs = 3_000;

/** How wl-paste fails if there is no text, or one that is longer than any of ours. */
const noneOfOurs = /Nothing is copied|No selection|not available|maxBuffer/i;

/** Finds the programs of wl-clipboard; null if they are not installed. */
export async function findWlClipboard(): Promise<WlClipboard | null> {
  try {
    await run('wl-paste', ['--version']);
    const marks = (await run('wl-copy', ['--help'])).includes('--sensitive');
    return {
      marks,
      paste: () =>
        run('wl-paste', ['--no-newline', '--type', 'text/plain']).catch((error: unknown) => {
          if (noneOfOurs.test(String(error))) return '';
          throw error;
        }),
      copy: (text) => copy(text, ['--type', 'text/plain', ...(marks ? ['--sensitive'] : [])]),
      clear: async () => {
        await run('wl-copy', ['--clear']);
      },
    };
  } catch {
    return null;
  }
}

/** Runs a program; returns what it prints, and rejects with what it says on standard error unless it ends with 0. */
async function run(program: string, args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(program, args, { env: environment(), timeout: limitMs })).stdout;
}

/** Starts wl-copy, which ends once the text is on the clipboard; a copy of itself goes on to hand it out. */
function copy(text: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const stdio = ['pipe', 'ignore', 'ignore'] as const;
    const child = spawn('wl-copy', args, { env: environment(), timeout: limitMs, stdio: [...stdio] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`wl-copy: ${code}`))));
    child.stdin?.on('error', () => undefined);
    // SECURITY: by standard input, since every user can read the arguments of a program (0043).
    child.stdin?.end(text);
  });
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, WAYLAND_DISPLAY, XDG_RUNTIME_DIR } = process.env;
  // wl-copy keeps the text in a temporary file: this folder is in memory, and belongs to the user alone.
  return { PATH, WAYLAND_DISPLAY, XDG_RUNTIME_DIR, TMPDIR: XDG_RUNTIME_DIR, LC_ALL: 'C.UTF-8' };
}
