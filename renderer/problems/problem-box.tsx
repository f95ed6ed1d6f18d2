import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode, Ref } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { describeProblem } from '../../contract/i18n/problem-text.ts';
import type { Session } from '../../contract/sessions/session.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './problem-box.module.css';

interface Props {
  readonly problem: Problem;
  readonly name: string;
  readonly userName: string;
  /** The session, to say that it is unchanged. */
  readonly session?: Session;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A problem with its next step as a button. */
export function ProblemBox({ problem, name, userName, session, children, ref }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const text = describeProblem(t, problem, { name, userName, language, now: Date.now(), session });
  return (
    <div ref={ref} className={styles.box} role="alert">
      <TriangleAlert size={16} />
      <div>
        <p className={styles.title}>{text.title}</p>
        <p>{text.text}</p>
        {children}
      </div>
    </div>
  );
}
