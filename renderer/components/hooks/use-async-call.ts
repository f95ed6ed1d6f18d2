import { useState } from 'react';
import type { Problem } from '../../../contract/core/problem.ts';
import type { Result } from '../../../contract/core/result.ts';

/** The calls of a dialog, one after another. */
export interface AsyncCall {
  readonly busy: boolean;
  /** The problem of the last call. */
  readonly problem: Problem | null;
  readonly setProblem: (problem: Problem | null) => void;
  /** Awaits a call and returns its result. */
  readonly run: <Value>(call: Promise<Result<Value>>) => Promise<Result<Value>>;
}

/** Tracks the calls of a dialog: whether one is running, and the problem of the last. */
export function useAsyncCall(): AsyncCall {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run<Value>(call: Promise<Result<Value>>): Promise<Result<Value>> {
    setBusy(true);
    setProblem(null);
    const result = await call;
    setBusy(false);
    if (!result.ok) setProblem(result.problem);
    return result;
  }

  return { busy, problem, setProblem, run };
}
