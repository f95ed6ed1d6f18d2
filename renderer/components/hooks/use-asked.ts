import { useState } from 'react';
import type { Problem } from '../../../contract/core/problem.ts';
import type { Result } from '../../../contract/core/result.ts';

/** The questions that one dialog asks main, one after another. */
export interface Asking {
  readonly busy: boolean;
  /** What went wrong with the last one. */
  readonly problem: Problem | null;
  /** Waits for an answer; null if there is none. */
  readonly ask: <Answer>(question: Promise<Result<Answer | null>>) => Promise<Answer | null>;
}

/** Follows the questions of a dialog: is one under way, and what went wrong with the last? */
export function useAsked(): Asking {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function ask<Answer>(question: Promise<Result<Answer | null>>): Promise<Answer | null> {
    setBusy(true);
    setProblem(null);
    const result = await question;
    setBusy(false);
    if (result.ok) return result.value;
    setProblem(result.problem);
    return null;
  }

  return { busy, problem, ask };
}
