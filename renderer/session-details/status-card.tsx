import type { Problem } from '../../contract/core/problem.ts';
import { type Check, isHeld, type Standing } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { nextAction } from '../actions/next-action.ts';
import { nextStep } from '../actions/next-step.ts';
import { NextStepButton } from '../actions/next-step-button.tsx';
import { StandingIcon, toneOf } from '../components/display/status-icon.tsx';
import { standingWords } from '../i18n/format-status.ts';
import { type Say, sayAgo } from '../i18n/format-time.ts';
import { useWords } from '../i18n/translate.ts';
import { ProblemDetails } from '../problems/problem-details.tsx';
import { problemWords } from '../problems/problem-text.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import { NextCheckLine } from './next-check.tsx';
import styles from './status-card.module.css';

/** What the server last said about a session, and how long ago. */
export function StateCard({ row }: { readonly row: Row }) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const now = useNow();
  const { name, userName, id } = row.profile;
  const words = standingWords(t, row, { now, language, expiringMs });
  const check = isHeld(row.session) ? row.session.lastCheck : null;
  const problem = words.standing === 'expired' ? null : (check?.problem ?? null);
  const good = words.standing === 'accepted' || words.standing === 'expiring';
  const text =
    problem === null
      ? t(`standings.${words.standing}.text`)
      : problemWords(t, problem, { name, userName, language, now, session: row.session }).text;
  return (
    <section className={styles.card}>
      <div className={styles.icon} data-tone={toneOf(words.standing)}>
        <StandingIcon standing={words.standing} busy={row.checking} size={20} />
      </div>
      <div className={styles.words}>
        <p className={styles.title} data-tone={toneOf(words.standing)}>
          {good ? text : words.word}
        </p>
        {good ? null : <p className={styles.text}>{text}</p>}
        {isHeld(row.session) ? (
          <p className={styles.checked}>{sayCheck(t, check, row.checking, now)}</p>
        ) : null}
        <NextCheckLine row={row} className={styles.checked ?? ''} />
        {problem === null ? null : (
          <>
            {isOffered(problem, words.standing) ? null : (
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

/** Is the step that helps the one that the session's own button takes already? */
function isOffered(problem: Problem, standing: Standing): boolean {
  const step = nextStep(problem);
  return step === null || step === nextAction(standing);
}

function sayCheck(t: Say, check: Check | null, checking: boolean, now: number): string {
  if (checking) return t('list.checking');
  if (check === null) return t('details.notChecked');
  const ago = sayAgo(t, check.at, now);
  return check.tookMs === null
    ? t('details.checked', { ago })
    : t('details.checkedIn', { ago, ms: Math.round(check.tookMs) });
}
