import ChevronRight from 'lucide-react/icons/chevron-right';
import { toDuration } from '../../contract/core/durations.ts';
import { formatDuration } from '../../contract/i18n/format-time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, type Session, stableSession } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { AutoLogoutFacts } from '../auto-logout/auto-logout-facts.tsx';
import { PendingLogoutCards } from '../auto-logout/pending-logout-cards.tsx';
import { PlainButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { LiveFilesFacts } from '../live-files/live-files-facts.tsx';
import { useSessionCount } from '../state/session-counts.ts';
import { openDialog } from '../state/view-state.ts';
import { ConnectionFacts } from './facts/connection-facts.tsx';
import { DeviceInfo } from './facts/device-info.tsx';
import { Notes } from './facts/notes.tsx';
import { ServerFacts } from './facts/server-facts.tsx';
import { UserFacts } from './facts/user-facts.tsx';
import { DetailsHead } from './head/details-head.tsx';
import { useNextCheck } from './next-check.ts';
import { ProblemCard, useTroubledSession } from './problem-card.tsx';
import { PermissionMaps } from './rights/permission-maps.tsx';
import { RightsChangeCard } from './rights/rights-change-card.tsx';
import { RightsList } from './rights/rights-list.tsx';
import styles from './session-panel.module.css';
import { useDetails } from './use-details.ts';

const notableSkewMs = 2 * 60_000;

/** Everything about one session: what stays in view, what needs attention, and the facts, the most wanted first. */
export function SessionPanel({ row }: { readonly row: Row }) {
  const details = useDetails(row);
  const troubled = useTroubledSession(row);
  const nextCheck = useNextCheck(row);
  const { profile } = row;
  const user = details?.user ?? null;
  return (
    <div className={styles.panel}>
      <DetailsHead row={row} details={details} />
      <div className={styles.body}>
        <div className={styles.cards}>
          {troubled === null ? null : <ProblemCard row={row} session={troubled} />}
          {row.rightsChange === null || details?.rightsChange == null ? null : (
            <RightsChangeCard profileId={profile.id} change={details.rightsChange} />
          )}
          <PendingLogoutCards row={row} />
          <SkewNote session={row.session} />
        </div>
        <UserFacts row={row} user={user} />
        {user === null ? null : (
          <>
            <RightsList user={user} />
            <PermissionMaps user={user} />
          </>
        )}
        {stableSession(row.session).phase === 'logged-out' ? null : (
          <SessionsLink profileId={profile.id} session={row.session} />
        )}
        <AutoLogoutFacts row={row} />
        <LiveFilesFacts profileId={profile.id} />
        <ConnectionFacts row={row} details={details} nextCheck={troubled === null ? nextCheck : null} />
        {row.server === null ? null : <ServerFacts server={row.server} />}
        <Notes profile={profile} />
        {details === null ? null : <DeviceInfo details={details} />}
      </div>
    </div>
  );
}

function SkewNote({ session }: { readonly session: Session }) {
  const t = useTranslate();
  if (!hasToken(session) || Math.abs(session.skewMs) < notableSkewMs) return null;
  const span = formatDuration(t, toDuration(Math.abs(session.skewMs)));
  return (
    <p className={styles.note}>
      {t(session.skewMs > 0 ? 'session:clockAhead' : 'session:clockBehind', { span })}
    </p>
  );
}

interface LinkProps {
  readonly profileId: ProfileId;
  readonly session: Session;
}

function SessionsLink({ profileId, session }: LinkProps) {
  const t = useTranslate();
  const number = useSessionCount(profileId, session);
  return (
    <PlainButton className={styles.link} onPress={() => openDialog({ kind: 'sessions', profileId })}>
      {t('sessions:open')}
      {number === null ? null : (
        <span className={styles.count}>{t('sessions:yours', { number: String(number) })}</span>
      )}
      <ChevronRight size={16} />
    </PlainButton>
  );
}
