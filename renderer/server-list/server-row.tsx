import Ellipsis from 'lucide-react/icons/ellipsis';
import ShieldMinus from 'lucide-react/icons/shield-minus';
import Star from 'lucide-react/icons/star';
import { memo, useRef } from 'react';
import { Button as Pressable } from 'react-aria-components/Button';
import { type ProfileId, shortAddress } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { toggleFavourite } from '../actions/profile-actions.ts';
import { RowActionButton } from '../actions/row-action-button.tsx';
import { EnvironmentBadge } from '../components/display/environment-badge.tsx';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { PinMark } from '../connection/pin-mark.tsx';
import { PlainHttpMark } from '../connection/plain-http-warning.tsx';
import { describeStatus, formatRole } from '../i18n/format-status.ts';
import { formatDateTime } from '../i18n/format-time.ts';
import { useTranslate } from '../i18n/translate.ts';
import { ErrorBoundary } from '../problems/error-boundary.tsx';
import { Highlighted } from '../search/highlighted.tsx';
import { highlightsFor } from '../search/results.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { openMenuAt, useViewState } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './server-row.module.css';

/** The content of a row. */
export const ServerRow = memo(function ServerRow({ profileId }: { readonly profileId: ProfileId }) {
  const row = useRow(profileId);
  return row === undefined ? null : (
    <ErrorBoundary resetKey={row} fallback={<NameOnly row={row} />}>
      <Cells row={row} />
    </ErrorBoundary>
  );
});

/** Fallback for a row that could not be rendered; its menu still works. */
function NameOnly({ row: { profile } }: { readonly row: Row }) {
  const t = useTranslate();
  return (
    <>
      <span className={styles.edge} data-environment={profile.environment} />
      <span />
      <div className={styles.alone}>
        <div className={styles.first}>
          <span className={styles.name}>{t('window:renderFailed.server', { name: profile.name })}</span>
        </div>
        <div className={styles.detail}>{shortAddress(profile.address)}</div>
      </div>
      <MoreButton profileId={profile.id} />
    </>
  );
}

function Cells({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { profile, user } = row;
  const highlights = highlightsFor(
    row,
    useViewState((state) => state.search),
  );
  const role = formatRole(t, user?.role);
  const directory = user?.adUser === true ? ` · ${t('servers:activeDirectory')}` : '';
  return (
    <>
      <span className={styles.edge} data-environment={profile.environment} />
      <FavouriteButton row={row} />
      <div className={styles.place}>
        <div className={styles.first}>
          <span className={styles.name} title={profile.name}>
            <Highlighted text={profile.name} spans={highlights.name} />
          </span>
          <EnvironmentBadge environment={profile.environment}>
            {t(`window:environment.${profile.environment}`)}
          </EnvironmentBadge>
          <PlainHttpMark origin={profile.address.origin} />
          <PinMark tls={profile.tls} />
          {(row.rightsChange?.lost ?? 0) > 0 ? (
            <span className={styles.mark} title={t('session:checks.rights.mark')}>
              <ShieldMinus size={14} aria-hidden />
              <span>{t('session:checks.rights.mark')}</span>
            </span>
          ) : null}
        </div>
        <div className={styles.detail} title={shortAddress(profile.address)}>
          <Highlighted text={shortAddress(profile.address)} spans={highlights.address} />
          <span className={styles.besides}>
            {' · '}
            <Highlighted text={profile.userName} spans={highlights.user} />
          </span>
        </div>
      </div>
      <div className={styles.person}>
        <div className={styles.user} title={profile.userName}>
          <Highlighted text={profile.userName} spans={highlights.user} />
        </div>
        <div className={styles.detail} title={role}>
          {role + directory}
        </div>
      </div>
      <StatusCells row={row} />
      <MoreButton profileId={profile.id} />
    </>
  );
}

function StatusCells({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const expiresAt = hasToken(row.session) ? row.session.expiresAt : null;
  const now = useNow(hasToken(row.session) ? nearer(row.session.leaseEndsAt, expiresAt) : null);
  const selected = useViewState((state) => state.selectedId === row.profile.id);
  const text = describeStatus(t, row, { now, language, expiringMs });
  return (
    <>
      <div
        className={styles.status}
        data-tone={statusTone(text.status)}
        data-status={text.status}
        title={expiresAt === null ? undefined : formatDateTime(language, expiresAt)}
      >
        <StatusIcon status={text.status} busy={row.checking} />
        <div className={styles.label} title={text.label}>
          {text.label}
        </div>
        <div className={styles.detail}>{text.detail}</div>
      </div>
      <div className={styles.action}>
        <RowActionButton
          profileId={row.profile.id}
          status={text.status}
          variant={selected ? 'primary' : 'secondary'}
        />
      </div>
    </>
  );
}

/** The earlier of two times, either of which may be null. */
function nearer(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other < one) ? other : one;
}

function FavouriteButton({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { favourite, id } = row.profile;
  return (
    <Pressable
      className={styles.star ?? ''}
      aria-label={t('servers:favourite')}
      aria-pressed={favourite}
      onPress={() => void toggleFavourite(id)}
    >
      <Star size={16} />
    </Pressable>
  );
}

function MoreButton({ profileId }: { readonly profileId: ProfileId }) {
  const t = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const open = useViewState((state) => state.menu?.profileId === profileId);
  return (
    <Pressable
      ref={button}
      className={styles.more ?? ''}
      aria-label={t('servers:more')}
      aria-haspopup="menu"
      aria-expanded={open}
      onPress={() => {
        const box = button.current?.getBoundingClientRect();
        if (box !== undefined) openMenuAt(profileId, box);
      }}
    >
      <Ellipsis size={16} />
    </Pressable>
  );
}
