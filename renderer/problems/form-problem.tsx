import type { ComponentProps } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { isFieldProblem } from './field-problem.ts';
import { ProblemBox } from './problem-box.tsx';

type Props = { readonly problem: Problem | null } & Partial<
  Omit<ComponentProps<typeof ProblemBox>, 'problem'>
>;

/** The problem of a form, above its fields, unless it is shown at one of them. */
export function FormProblem({ problem, name = '', userName = '', ...rest }: Props) {
  if (problem === null || isFieldProblem(problem)) return null;
  return <ProblemBox {...rest} problem={problem} name={name} userName={userName} />;
}
