import Ellipsis from 'lucide-react/icons/ellipsis';
import ExternalLink from 'lucide-react/icons/external-link';
import { useRef } from 'react';
import { addressText } from '../../contract/profiles/profile.ts';
import { hasToken, rowStatus } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { isRenewable } from '../actions/preferred-login-method.ts';
import { RowActionButton } from '../actions/row-action-button.tsx';
import { logIn, openInBrowser, renewByFace } from '../actions/session-actions.ts';
import { AutoLogoutFacts } from '../auto-logout/auto-logout-facts.tsx';
import { PendingLogoutCards } from '../auto-logout/pending-logout-cards.tsx';
import { Button, IconButton } from '../components/buttons/button.tsx';
import { EnvironmentBadge } from '../components/display/environment-badge.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { nextAction } from '../state/next-action.ts';
import { openMenuAt } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import { ConnectionFacts } from './facts/connection-facts.tsx';
import { ServerFacts } from './facts/server-facts.tsx';
import { UserFacts } from './facts/user-facts.tsx';
import { PermissionMaps } from './rights/permission-maps.tsx';
import { RightsChangeCard } from './rights/rights-change-card.tsx';
import { RightsList } from './rights/rights-list.tsx';
import styles from './session-panel.module.css';
import { StatusCard } from './status-card.tsx';
import { TimeLeft } from './time-left.tsx';
import { useDetails } from './use-details.ts';

/** Everything about one session. */
export function SessionPanel({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const details = useDetails(row);
  const { profile, session } = row;
  const address = addressText(profile.address);
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <EnvironmentBadge environment={profile.environment}>
          {t(`window:environment.${profile.environment}`)}
        </EnvironmentBadge>
        <h2 className={styles.name}>{profile.name}</h2>
        <button type="button" className={styles.address} onClick={() => void openInBrowser(profile.id)}>
          <span>{address}</span>
          <ExternalLink size={14} aria-label={t('servers:openInBrowser')} />
        </button>
      </header>
      <StatusCard row={row} />
      {row.rightsChange === null || details?.rightsChange == null ? null : (
        <RightsChangeCard profileId={profile.id} change={details.rightsChange} />
      )}
      <PendingLogoutCards row={row} />
      {hasToken(session) ? <TimeLeft session={session} /> : null}
      <Buttons row={row} />
      <AutoLogoutFacts row={row} />
      <UserFacts row={row} user={details?.user ?? null} />
      {details?.user == null ? null : (
        <>
          <RightsList user={details.user} />
          <PermissionMaps user={details.user} />
        </>
      )}
      {row.server === null ? null : <ServerFacts server={row.server} />}
      <ConnectionFacts row={row} details={details} />
    </div>
  );
}

function Buttons({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id: profileId } = row.profile;
  const more = useRef<HTMLSpanElement>(null);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const status = rowStatus(row, useNow(), expiringMs);
  return (
    <div className={styles.buttons}>
      <RowActionButton profileId={profileId} status={status} variant="primary" />
      {nextAction(status) === 'copy' ? (
        <Button onPress={() => logIn(profileId)}>{t('servers:logInAgain')}</Button>
      ) : null}
      {isRenewable(row) ? (
        <Button onPress={() => renewByFace(profileId)}>{t('login:face.renew')}</Button>
      ) : null}
      <span ref={more}>
        <IconButton
          label={t('servers:more')}
          aria-haspopup="menu"
          onPress={() => {
            const box = more.current?.getBoundingClientRect();
            if (box !== undefined) openMenuAt(profileId, box);
          }}
        >
          <Ellipsis />
        </IconButton>
      </span>
    </div>
  );
}
