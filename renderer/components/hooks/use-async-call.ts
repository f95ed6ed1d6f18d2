import { useState } from 'react';
import type { Problem } from '../../../contract/core/problem.ts';
import type { Result } from '../../../contract/core/result.ts';

/** The calls that one dialog makes, one after another. */
export interface AsyncCall {
  readonly busy: boolean;
  /** What went wrong with the last one. */
  readonly problem: Problem | null;
  readonly setProblem: (problem: Problem | null) => void;
  /** Waits for a call; true if it worked. */
  readonly run: (call: Promise<Result>) => Promise<boolean>;
}

/** Follows the calls of a dialog: is one under way, and what went wrong with the last? */
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

/** The questions that one dialog asks main, one after another. */
export interface AsyncQuestion {
  readonly busy: boolean;
  /** What went wrong with the last one. */
  readonly problem: Problem | null;
  /** Waits for an answer; null if there is none. */
  readonly run: <Answer>(question: Promise<Result<Answer | null>>) => Promise<Answer | null>;
}

/** Follows the questions of a dialog: is one under way, and what went wrong with the last? */
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
