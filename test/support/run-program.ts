import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

/** How a program ended, and all that it printed. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program as a person does, without settings of this account. */
export async function runProgram(
  command: string,
  args: readonly string[],
  { input = '', cwd }: { readonly input?: string; readonly cwd?: string } = {},
): Promise<Ran> {
  const PATH = ['/usr/bin', '/bin', dirname(process.execPath)].join(delimiter);
  const env = { PATH, HOME: cwd ?? '/nonexistent' };
  const child = spawn(command, args, { env, cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => {
    output += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    output += piece.toString();
  });
  // A program may end before it has read everything.
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}
