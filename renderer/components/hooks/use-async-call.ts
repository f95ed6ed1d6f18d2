import { useState } from 'react';
import type { Problem } from '../../../contract/core/problem.ts';
import type { Result } from '../../../contract/core/result.ts';

/** The calls of a dialog, one after another. */
export interface AsyncCall {
  readonly busy: boolean;
  /** The problem of the last call. */
  readonly problem: Problem | null;
  readonly setProblem: (problem: Problem | null) => void;
  /** Awaits a call; true if it succeeded. */
  readonly run: (call: Promise<Result>) => Promise<boolean>;
}

/** Tracks the calls of a dialog: whether one is running, and the problem of the last. */
export function useAsyncCall(): AsyncCall {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run(call: Promise<Result>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    const result = await call;
    setBusy(false);
    if (!result.ok) setProblem(result.problem);
    return result.ok;
  }

  return { busy, problem, setProblem, run };
}

/** The calls of a dialog that return a value, one after another. */
export interface AsyncQuestion {
  readonly busy: boolean;
  /** The problem of the last call. */
  readonly problem: Problem | null;
  /** Awaits a call; null if it failed or returned nothing. */
  readonly run: <Answer>(question: Promise<Result<Answer | null>>) => Promise<Answer | null>;
}

/** Tracks such calls: whether one is running, and the problem of the last. */
export function useAsyncResult(): AsyncQuestion {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run<Answer>(question: Promise<Result<Answer | null>>): Promise<Answer | null> {
    setBusy(true);
    setProblem(null);
    const result = await question;
    setBusy(false);
    if (result.ok) return result.value;
    setProblem(result.problem);
    return null;
  }

  return { busy, problem, run };
}
