import type { Problem } from './problem.ts';

/** The result of a call: a value or a problem. Never an exception, never a secret. */
export type Result<Value = void, Trouble extends Problem = Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Trouble };

/** Success without a value. */
export const done: { readonly ok: true; readonly value: undefined } = { ok: true, value: undefined };

/** Success with a value. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** An expected failure. */
export function fail<Trouble extends Problem>(
  problem: Trouble,
): { readonly ok: false; readonly problem: Trouble } {
  return { ok: false, problem };
}

/** Makes an unhandled case a type error, and throws if it is reached at run time. */
export function unreachable(forgotten: never): never {
  throw new Error(`Forgotten case: ${JSON.stringify(forgotten)}`);
}
