import { type ComponentProps, useEffect, useRef } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { isFieldProblem } from './field-problem.ts';
import { ProblemBox } from './problem-box.tsx';

type Props = { readonly problem: Problem | null } & Partial<
  Omit<ComponentProps<typeof ProblemBox>, 'problem' | 'ref'>
>;

/** The problem of a form, above its fields, unless it is shown at one of them. Scrolled to where it is seen. */
export function FormProblem({ problem, name = '', userName = '', ...rest }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) box.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (problem === null || isFieldProblem(problem)) return null;
  return <ProblemBox {...rest} ref={box} problem={problem} name={name} userName={userName} />;
}
