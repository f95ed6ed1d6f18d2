import { useTranslation } from 'react-i18next';
import type { Problem } from '../../contract/problem.ts';
import { useAppState } from '../state/app-state.ts';
import { problemWords } from './problem-words.ts';

/** The sentence of a problem that is about a field, where no server need be named. */
export function useProblemText(problem: Problem | null): string | undefined {
  const { t } = useTranslation();
  const language = useAppState((state) => state.language);
  if (problem === null) return undefined;
  return problemWords(t, problem, { name: '', userName: '', language, now: Date.now() }).text;
}
