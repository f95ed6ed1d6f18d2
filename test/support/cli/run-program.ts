import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The command itself. */
export const ffsmScript = join(import.meta.dirname, '../../../cli/ffsm');

/** What a program printed, and its exit code. */
export interface Printed {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program with this input. */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input = '',
): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...env, FFSM_NO_START: '1' } });
    const text = { out: '', err: '' };
    child.stdout.on('data', (piece) => {
      text.out += piece;
    });
    child.stderr.on('data', (piece) => {
      text.err += piece;
    });
    child.stdin.on('error', () => undefined);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...text }));
    child.stdin.end(input);
  });
}
