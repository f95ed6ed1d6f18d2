import { totalDuration } from '../../../contract/core/durations.ts';
import {
  formatAgo,
  formatDateTime,
  formatDuration,
  formatRemaining,
  formatShortMoment,
  formatUnverified,
} from '../../../contract/i18n/format-time.ts';
import { type Check, hasToken, type RowStatus, type Session } from '../../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../../contract/settings.ts';
import type { Details, Row } from '../../../contract/state.ts';
import type { Translate } from '../../../contract/texts.ts';
import { StatusIcon, statusTone } from '../../components/display/status-icon.tsx';
import { describeStatus } from '../../i18n/format-status.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { useNow } from '../../time/clock.ts';
import { CheckStrip } from './check-strip.tsx';
import styles from './state-card.module.css';

interface Props {
  readonly row: Row;
  /** Null until loaded. */
  readonly details: Details | null;
}

/** The state of a session, its last checks, and how long it lasts; a dead session has no time left. */
export function StateCard({ row, details }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const { session } = row;
  const now = useNow(hasToken(session) ? session.expiresAt : null);
  const { status, label } = describeStatus(t, row, { now, language, expiringMs });
  const tone = statusTone(status);
  const end = endOf(t, language, session, status, now);
  return (
    <div className={styles.card}>
      <div className={styles.icon} data-tone={tone}>
        <StatusIcon status={status} busy={row.checking} size={20} />
      </div>
      <div className={styles.lines}>
        <p className={styles.first}>
          <span className={styles.word} data-tone={tone}>
            {status === 'expiring' ? t('servers:table.expiring') : label}
          </span>
          <span className={styles.left}>{end.left}</span>
        </p>
        <p className={styles.second} data-checked={hasToken(session) || undefined}>
          <span>
            {hasToken(session)
              ? describeLastCheck(t, session.lastCheck, row.checking, now)
              : t(`servers:status.${status}.text`)}
          </span>
          <span title={end.hint}>{end.until}</span>
        </p>
      </div>
      {hasToken(session) ? <CheckStrip checks={details === null ? null : details.checks} /> : null}
    </div>
  );
}

interface End {
  /** How much time is left. */
  readonly left?: string;
  /** When it ends, or has ended. */
  readonly until?: string;
  /** The exact moment, and the length of the session. */
  readonly hint?: string;
}

function endOf(t: Translate, language: string, session: Session, status: RowStatus, now: number): End {
  if (!hasToken(session) || status === 'refused' || status === 'blocked') return {};
  const { loggedInAt, expiresAt } = session;
  const sure = status === 'accepted' || status === 'expiring';
  const left = sure ? formatRemaining(t, session, now) : formatUnverified(t, session, now);
  if (expiresAt === null) return { left };
  const moment = formatShortMoment(language, expiresAt, now);
  const exact = formatDateTime(language, expiresAt);
  if (status === 'expired') return { until: t('session:ended', { moment }), hint: exact };
  const hint = `${exact} · ${describeTotal(t, loggedInAt, expiresAt)}`;
  return { left, until: t('session:until', { moment }), hint };
}

function describeTotal(t: Translate, from: number, to: number): string {
  const total = totalDuration(from, to);
  return total.unit === 'days'
    ? t('session:ofDays', { count: total.days })
    : t('session:ofSpan', { span: formatDuration(t, total) });
}

function describeLastCheck(t: Translate, check: Check | null, checking: boolean, now: number): string {
  if (checking) return t('servers:checking');
  if (check === null) return t('session:notChecked');
  return t('session:checked', { ago: formatAgo(t, check.at, now) });
}
