import type { Problem } from './problem.ts';

/** How a call ended: it worked, or here is the problem. Never an exception, never a secret. */
export type Result<Value = void, Trouble extends Problem = Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Trouble };

/** The result of a call that worked and has nothing to say. */
export const done: { readonly ok: true; readonly value: undefined } = { ok: true, value: undefined };

/** A result that carries what the call was asked for. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A result that carries an expected bad outcome. */
export function fail<Trouble extends Problem>(
  problem: Trouble,
): { readonly ok: false; readonly problem: Trouble } {
  return { ok: false, problem };
}

/** Makes a forgotten case a compile error, and a bug if it is reached all the same. */
export function unreachable(forgotten: never): never {
  throw new Error(`Forgotten case: ${JSON.stringify(forgotten)}`);
}
