import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import type { Problem } from '../../contract/problem.ts';
import { useAppState } from '../state/app-state.ts';
import { useWords } from '../words.ts';
import styles from './problem-box.module.css';
import { problemWords } from './problem-words.ts';

interface Props {
  readonly problem: Problem;
  readonly name: string;
  readonly userName: string;
  readonly children?: ReactNode;
}

/** A problem as a readable message, with its next step as a button. */
export function ProblemBox({ problem, name, userName, children }: Props) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const words = problemWords(t, problem, { name, userName, language, now: Date.now() });
  return (
    <div className={styles.box} role="alert">
      <TriangleAlert size={16} />
      <div>
        <p className={styles.title}>{words.title}</p>
        <p>{words.text}</p>
        {children}
      </div>
    </div>
  );
}
