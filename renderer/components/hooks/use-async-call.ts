import { useState } from 'react';
import type { Problem } from '../../../contract/core/problem.ts';
import type { Result } from '../../../contract/core/result.ts';

/** The calls that one dialog makes, one after another. */
export interface Calling {
  readonly busy: boolean;
  /** What went wrong with the last one. */
  readonly problem: Problem | null;
  readonly tell: (problem: Problem | null) => void;
  /** Waits for a call; true if it worked. */
  readonly wait: (call: Promise<Result>) => Promise<boolean>;
}

/** Follows the calls of a dialog: is one under way, and what went wrong with the last? */
export function useCall(): Calling {
  const [busy, setBusy] = useState(false);
  const [problem, tell] = useState<Problem | null>(null);

  async function wait(call: Promise<Result>): Promise<boolean> {
    setBusy(true);
    tell(null);
    const result = await call;
    setBusy(false);
    if (!result.ok) tell(result.problem);
    return result.ok;
  }

  return { busy, problem, tell, wait };
}

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
