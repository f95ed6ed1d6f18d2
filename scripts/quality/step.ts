import type { Outcome } from '../system/commands.ts';

type Tell = (text: string) => void;

/** Does one step, says how it ended and how long it took, and shows its output only when it failed. */
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
