import type { Outcome } from '../system/commands.ts';

type Tell = (text: string) => void;

/** Runs a step and prints its result and duration; shows its output only if it failed. */
export async function step(name: string, work: () => Promise<Outcome>, tell: Tell = print): Promise<boolean> {
  const start = performance.now();
  const { code, output } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code !== 0) tell(output.trimEnd());
  tell(code === 0 ? `${name}: fine (${seconds} s)` : `${name}: failed (${seconds} s)`);
  return code === 0;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
