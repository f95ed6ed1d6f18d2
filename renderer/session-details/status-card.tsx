import type { Problem } from '../../contract/core/problem.ts';
import { type Check, hasToken, type RowStatus } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { nextStep } from '../actions/next-step.ts';
import { NextStepButton } from '../actions/next-step-button.tsx';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { describeStatus } from '../i18n/format-status.ts';
import { formatAgo } from '../i18n/format-time.ts';
import { type Translate, useTranslate } from '../i18n/translate.ts';
import { ProblemDetails } from '../problems/problem-details.tsx';
import { describeProblem } from '../problems/problem-text.ts';
import { useAppState } from '../state/app-state.ts';
import { nextAction } from '../state/next-action.ts';
import { useNow } from '../time/clock.ts';
import { NextCheckLine } from './next-check.tsx';
import styles from './status-card.module.css';

/** The last verdict on a session, and its age. */
export function StatusCard({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const now = useNow();
  const { name, userName, id } = row.profile;
  const status = describeStatus(t, row, { now, language, expiringMs });
  const check = hasToken(row.session) ? row.session.lastCheck : null;
  const problem = status.status === 'expired' ? null : (check?.problem ?? null);
  const good = status.status === 'accepted' || status.status === 'expiring';
  const text =
    problem === null
      ? t(`servers:status.${status.status}.text`)
      : describeProblem(t, problem, { name, userName, language, now, session: row.session }).text;
  return (
    <section className={styles.card}>
      <div className={styles.icon} data-tone={statusTone(status.status)}>
        <StatusIcon status={status.status} busy={row.checking} size={20} />
      </div>
      <div className={styles.words}>
        <p className={styles.title} data-tone={statusTone(status.status)}>
          {good ? text : status.label}
        </p>
        {good ? null : <p className={styles.text}>{text}</p>}
        {hasToken(row.session) ? (
          <p className={styles.checked}>{describeLastCheck(t, check, row.checking, now)}</p>
        ) : null}
        <NextCheckLine row={row} className={styles.checked ?? ''} />
        {problem === null ? null : (
          <>
            {isOffered(problem, status.status) ? null : (
              <div className={styles.step}>
                <NextStepButton problem={problem} profileId={id} />
              </div>
            )}
            <ProblemDetails problem={problem} />
          </>
        )}
      </div>
    </section>
  );
}

/** Whether the session's own button already offers the step that helps. */
function isOffered(problem: Problem, status: RowStatus): boolean {
  const step = nextStep(problem);
  return step === null || step === nextAction(status);
}

function describeLastCheck(t: Translate, check: Check | null, checking: boolean, now: number): string {
  if (checking) return t('servers:checking');
  if (check === null) return t('session:notChecked');
  const ago = formatAgo(t, check.at, now);
  return check.tookMs === null
    ? t('session:checked', { ago })
    : t('session:checkedIn', { ago, ms: Math.round(check.tookMs) });
}
