import type { Problem } from '../../contract/core/problem.ts';
import { describeProblem } from '../../contract/i18n/problem-text.ts';
import { hasToken, type RowStatus, rowStatus, type TokenSession } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { nextStep } from '../actions/next-step.ts';
import { NextStepButton } from '../actions/next-step-button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemDetails } from '../problems/problem-details.tsx';
import { useAppState } from '../state/app-state.ts';
import { nextAction } from '../state/next-action.ts';
import { useNow } from '../time/clock.ts';
import { useNextCheck } from './next-check.ts';
import styles from './problem-card.module.css';

/** What is wrong with a session, what helps, and when it is checked again. */
export function ProblemCard({ row, session }: { readonly row: Row; readonly session: TokenSession }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const nextCheck = useNextCheck(row);
  const status = useRowStatus(row);
  const now = useNow();
  const { name, userName, id } = row.profile;
  const problem = status === 'expired' ? null : (session.lastCheck?.problem ?? null);
  return (
    <section className={styles.card}>
      <p className={styles.text}>
        {problem === null
          ? t(`servers:status.${status}.text`)
          : describeProblem(t, problem, { name, userName, language, now, session }).text}
      </p>
      {nextCheck === null ? null : <p className={styles.next}>{nextCheck}</p>}
      {problem === null ? null : (
        <>
          {isOffered(problem, status) ? null : (
            <div>
              <NextStepButton problem={problem} profileId={id} />
            </div>
          )}
          <ProblemDetails problem={problem} />
        </>
      )}
    </section>
  );
}

/** The session with which something is wrong; null if nothing is. */
export function useTroubledSession(row: Row): TokenSession | null {
  const status = useRowStatus(row);
  const isFine = status === 'accepted' || status === 'expiring' || status === 'not-checked';
  return hasToken(row.session) && !isFine ? row.session : null;
}

function useRowStatus(row: Row): RowStatus {
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  return rowStatus(row, useNow(), expiringMs);
}

/** Whether the session's own button already offers the step that helps. */
function isOffered(problem: Problem, status: RowStatus): boolean {
  const step = nextStep(problem);
  return step === null || step === nextAction(status);
}
