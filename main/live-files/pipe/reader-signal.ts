import { spawn } from 'node:child_process';

/**
 * Waits in the place of the app for a reader of a named pipe: opening it for writing blocks until there is one, and would
 * block a thread of the app for as long. The outer shell ends the inner one when the app lets go of its input, also by a
 * crash. `>>` truncates nothing, should there be another file by then; nothing is ever written by it.
 */
const script = 'exec 5<&0; (exec 4>>"$1"; echo; read -r x <&5) & exec >&-; read -r x; kill $! 2>/dev/null';

/** Somebody who waits for a reader of a named pipe. */
export interface ReaderSignal {
  /** Whether a reader has opened the pipe; false once nobody waits any more. */
  readonly opened: Promise<boolean>;
  /** Stops waiting, and lets go of the pipe if it is open. */
  stop(): void;
}

/** Waits for a reader of the pipe behind a handle of `O_PATH`, or else of the one at a path. */
export function awaitReader(pipe: { readonly fd: number } | { readonly path: string }): ReaderSignal {
  const isHandle = 'fd' in pipe;
  const { PATH } = process.env;
  const child = spawn('/bin/sh', ['-c', script, 'sh', isHandle ? '/proc/self/fd/3' : pipe.path], {
    env: { PATH, LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'ignore', isHandle ? pipe.fd : 'ignore'],
  });
  const opened = new Promise<boolean>((resolve) => {
    child.stdout?.on('data', () => resolve(true));
    child.stdout?.on('close', () => resolve(false));
    child.on('error', () => resolve(false));
  });
  child.stdin?.on('error', () => undefined);
  return { opened, stop: () => child.stdin?.end() };
}
