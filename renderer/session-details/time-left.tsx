import type { EpochMs } from '../../contract/core/time.ts';
import { sessionStatus, type TokenSession } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { formatDateTime, formatDuration, formatRemaining, formatUnverified } from '../i18n/format-time.ts';
import { type Translate, useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import { toDuration, totalDuration } from '../time/durations.ts';
import styles from './time-left.module.css';

const notableSkewMs = 2 * 60_000;

/** The remaining time, the expiry and the total duration; nothing for a session that the server rejects. */
export function TimeLeft({ session }: { readonly session: TokenSession }) {
  // A clock says how long a session was meant to last, which is less than the server's word.
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const now = useNow(session.expiresAt);
  const { expiresAt, loggedInAt, skewMs } = session;
  const status = sessionStatus(session, now, expiringMs);
  if (status === 'refused' || status === 'blocked') return null;
  const sure = status === 'accepted' || status === 'expiring';
  if (status === 'expired' && expiresAt !== null)
    return (
      <section className={styles.left}>
        <p className={styles.until}>{t('session:ended', { moment: formatDateTime(language, expiresAt) })}</p>
      </section>
    );
  return (
    <section className={styles.left}>
      <p className={styles.words}>
        {sure ? formatRemaining(t, session, now) : formatUnverified(t, session, now)}
      </p>
      {expiresAt === null ? null : (
        <>
          <Bar
            from={loggedInAt}
            to={expiresAt}
            now={now}
            tone={sure ? (expiresAt - now < expiringMs ? 'near' : 'far') : 'unsure'}
          />
          <p className={styles.until}>{describeUntil(t, language, loggedInAt, expiresAt)}</p>
        </>
      )}
      {Math.abs(skewMs) < notableSkewMs ? null : (
        <p className={styles.until}>
          {t(skewMs > 0 ? 'session:clockAhead' : 'session:clockBehind', {
            span: formatDuration(t, toDuration(Math.abs(skewMs))),
          })}
        </p>
      )}
    </section>
  );
}

interface BarProps {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly now: EpochMs;
  readonly tone: 'near' | 'far' | 'unsure';
}

function Bar({ from, to, now, tone }: BarProps) {
  const part = to <= from ? 0 : Math.min(1, Math.max(0, (to - now) / (to - from)));
  return (
    <div className={styles.bar} data-tone={tone}>
      <div style={{ width: `${part * 100}%` }} />
    </div>
  );
}

function describeUntil(t: Translate, language: string, from: EpochMs, to: EpochMs): string {
  const moment = formatDateTime(language, to);
  const total = totalDuration(from, to);
  const of =
    total.unit === 'days'
      ? t('session:ofDays', { count: total.days })
      : t('session:ofSpan', { span: formatDuration(t, total) });
  return `${t('session:until', { moment })} · ${of}`;
}
