import { type ChildProcess, spawn } from 'node:child_process';

// Waits until the pipe from this process closes, which happens however it ends, and then ends the process group. Closes
// its own outputs, so that readers see the end of the companion.
const guard = 'input=$1; shift; "$@" <"$input" & exec >&- 2>&-; read -r _; trap : TERM; kill -TERM 0; wait';
const patience = 10_000;
const maxFarewell = 3_000;

/** A process that runs beside a command and never outlives this one. */
export interface Companion {
  /** Resolves with the first line it prints. */
  firstLine(): Promise<string>;
  end(): Promise<void>;
}

/** Starts a process that ends when `end` is called, or when this process is gone. */
export function startCompanion(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  inputFile = '/dev/null',
): Companion {
  // Detached, so that Ctrl+C reaches the command alone, which needs its companions for an orderly end.
  const child = spawn('sh', ['-c', guard, 'guard', inputFile, command, ...args], {
    env,
    detached: true,
    stdio: 'pipe',
  });
  const firstLine = readFirstLine(child, command);
  firstLine.catch(() => undefined);
  return { firstLine: () => firstLine, end: () => end(child) };
}

function readFirstLine(child: ChildProcess, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    const fail = () => reject(new Error(`${command} did not start. ${complaint.trim()}`));
    const timer = setTimeout(fail, patience).unref();
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = (complaint + chunk).slice(-2000);
    });
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(0, 2000);
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      resolve(said.split('\n')[0] ?? '');
    });
    child.on('error', fail);
    child.on('close', fail);
    child.stdout?.on('close', fail);
  });
}

async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => process.kill(-pid, 'SIGKILL'), maxFarewell);
  child.stdin?.end();
  await ended;
  clearTimeout(timer);
}
