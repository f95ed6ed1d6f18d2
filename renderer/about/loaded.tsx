import { type ReactNode, useEffect, useState } from 'react';
import type { Result } from '../../contract/core/result.ts';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';

interface Props<Value> {
  /** The call, which must be the same function at every rendering. */
  readonly load: () => Promise<Result<Value>>;
  readonly children: (value: Value) => ReactNode;
}

/** Shows what a call returns, once it has. */
export function Loaded<Value>({ load, children }: Props<Value>) {
  const t = useTranslate();
  const [result, setResult] = useState<Result<Value> | null>(null);
  useEffect(() => {
    void load().then(setResult);
  }, [load]);
  if (result === null) return null;
  if (!result.ok) return <ProblemBox problem={result.problem} name={t('window:appName')} userName="" />;
  return children(result.value);
}
