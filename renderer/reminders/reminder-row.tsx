import AlarmClock from 'lucide-react/icons/alarm-clock';
import BellOff from 'lucide-react/icons/bell-off';
import ChevronDown from 'lucide-react/icons/chevron-down';
import LogIn from 'lucide-react/icons/log-in';
import { relativeDay, remainingDuration } from '../../contract/core/durations.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { formatDuration, formatMoment, formatTime } from '../../contract/i18n/format-time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { stableSession } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { muteReminders } from '../actions/auto-check-actions.ts';
import { logIn } from '../actions/session-actions.ts';
import { Button } from '../components/buttons/button.tsx';
import { EnvironmentBadge } from '../components/display/environment-badge.tsx';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { describeStatus } from '../i18n/format-status.ts';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState, useRow } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './reminder-row.module.css';

interface Props {
  readonly profileId: ProfileId;
  /** Whether it still has to be done. */
  readonly isDue: boolean;
  /** Until when it was just snoozed; null: it was not. */
  readonly snoozedUntil: EpochMs | null;
  readonly isFirst: boolean;
  /** Opens the menu of its snooze button. */
  readonly onSnooze: (at: DOMRect) => void;
  readonly isSnoozing: boolean;
}

/** A session that ends, and what a person can do about it; or what was done. */
export function ReminderRow({ profileId, isDue, snoozedUntil, isFirst, onSnooze, isSnoozing }: Props) {
  const t = useTranslate();
  const row = useRow(profileId);
  const isMuted = useAppState(({ reminders }) => reminders.muted.includes(profileId));
  if (row === undefined) return null;
  const { name, userName, environment } = row.profile;
  return (
    <li className={styles.row} data-environment={environment}>
      <div className={styles.server}>
        <b className={styles.name}>{name}</b>
        <EnvironmentBadge environment={environment}>
          {t(`window:environment.${environment}`)}
        </EnvironmentBadge>
        <span className={styles.user}>{userName}</span>
      </div>
      {isDue ? (
        <>
          <End row={row} />
          <Failure row={row} />
          <Actions row={row} isFirst={isFirst} onSnooze={onSnooze} isSnoozing={isSnoozing} />
        </>
      ) : isMuted ? (
        <p className={styles.done}>
          {t('reminders:mute.done')}
          <Button
            variant="ghost"
            aria-label={t('reminders:mute.undoOf', { name })}
            onPress={() => void muteReminders(profileId, false)}
          >
            {t('reminders:mute.undo')}
          </Button>
        </p>
      ) : (
        <Done row={row} snoozedUntil={snoozedUntil} />
      )}
    </li>
  );
}

/** When the session ends, or that it has ended. */
function End({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const session = stableSession(row.session);
  const end = session.phase === 'logged-out' ? null : session.expiresAt;
  const now = useNow(end);
  if (session.phase === 'logged-out' || end === null) return null;
  const left = remainingDuration(session.loggedInAt, end, now);
  const isOver = end <= now;
  return (
    <p className={styles.end} data-tone={isOver ? 'bad' : 'warn'}>
      <StatusIcon status={isOver ? 'expired' : 'expiring'} />
      <b>
        {isOver
          ? t('reminders:ended')
          : t('reminders:endsIn', {
              // Without minutes, since the moment is beside it.
              span: formatDuration(t, left.unit === 'hours' ? { ...left, minutes: 0 } : left),
            })}
      </b>
      <span className={styles.moment}>{formatMoment(t, language, end, now)}</span>
    </p>
  );
}

/** Why the log-in with a saved password failed: what is below the list cannot be read under this. */
function Failure({ row: { profile, session } }: { readonly row: Row }) {
  const last = useViewState(({ lastProblem }) => lastProblem);
  if (last?.profileId !== profile.id) return null;
  const { name, userName } = profile;
  return <ProblemBox problem={last.problem} name={name} userName={userName} session={session} />;
}

type ActionProps = { readonly row: Row } & Pick<Props, 'isFirst' | 'onSnooze' | 'isSnoozing'>;

function Actions({ row, isFirst, onSnooze, isSnoozing }: ActionProps) {
  const t = useTranslate();
  const { id, name } = row.profile;
  return (
    <div className={styles.actions}>
      <Button
        variant={isFirst ? 'primary' : 'secondary'}
        icon={<LogIn />}
        autoFocus={isFirst}
        isPending={row.session.phase === 'logging-in'}
        aria-label={`${t('problems:fixes.logInAgain')}: ${name}`}
        onPress={() => logIn(id)}
      >
        {t('problems:fixes.logInAgain')}
      </Button>
      <Button
        icon={<AlarmClock />}
        aria-haspopup="menu"
        aria-expanded={isSnoozing}
        aria-label={t('reminders:snooze.of', { name })}
        onPress={(button) => onSnooze(button.getBoundingClientRect())}
      >
        <span className={styles.opens}>
          {t('reminders:snooze.button')}
          <ChevronDown size={14} />
        </span>
      </Button>
      <Button
        variant="ghost"
        icon={<BellOff />}
        aria-label={t('reminders:mute.of', { name })}
        onPress={() => void muteReminders(id, true)}
      >
        {t('reminders:mute.button')}
      </Button>
    </div>
  );
}

/** What has become of it: snoozed, or as the row of the list says. */
function Done({ row, snoozedUntil }: { readonly row: Row; readonly snoozedUntil: EpochMs | null }) {
  const t = useTranslate();
  const now = useNow();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  if (snoozedUntil !== null && snoozedUntil > now) {
    const isToday = relativeDay(snoozedUntil, now) === 'today';
    const moment = isToday
      ? formatTime(language, snoozedUntil)
      : formatMoment(t, language, snoozedUntil, now);
    return <p className={styles.done}>{t('reminders:snooze.done', { moment })}</p>;
  }
  const { status, label, detail } = describeStatus(t, row, { now, expiringMs, language });
  return (
    <p className={styles.end} data-tone={statusTone(status)} role="status">
      <StatusIcon status={status} />
      <b className={styles.word}>{label}</b>
      <span className={styles.moment}>{detail === '' ? '' : `· ${detail}`}</span>
    </p>
  );
}
