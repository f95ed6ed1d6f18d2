import { type SpawnOptions, spawn } from 'node:child_process';
import { projectRoot } from './project-root.ts';

/** The options of a command. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Which outputs are shown; `stderr` keeps our standard output clean. */
  readonly show?: 'both' | 'stderr';
  /** Ends the command when aborted. */
  readonly signal?: AbortSignal;
}

/** The exit code and the output of a command. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

const notFound = 127;
const signalled = 128;

/** Runs a command with its output shown; returns the exit code. */
export function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<number> {
  const out = options.show === 'stderr' ? 2 : 1;
  return finish(command, args, options, ['inherit', out, 2]).then(({ code }) => code);
}

/** Runs a command silently; returns its output. */
export function capture(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Outcome> {
  return finish(command, args, options, ['ignore', 'pipe', 'pipe']);
}

function finish(
  command: string,
  args: readonly string[],
  options: CommandOptions,
  stdio: SpawnOptions['stdio'],
): Promise<Outcome> {
  const { cwd = projectRoot, env = process.env, signal } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio, ...(signal ? { signal } : {}) });
    let output = '';
    const listen = (chunk: string) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', listen);
    child.on('error', (error) => resolve({ code: notFound, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? signalled, output }));
  });
}
