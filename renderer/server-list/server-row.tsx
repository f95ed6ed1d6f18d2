import Ellipsis from 'lucide-react/icons/ellipsis';
import ShieldMinus from 'lucide-react/icons/shield-minus';
import Star from 'lucide-react/icons/star';
import { type ProfileId, shortAddress } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { RowActionButton } from '../actions/row-action-button.tsx';
import { EnvironmentBadge } from '../components/display/environment-badge.tsx';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { PinMark } from '../connection/pin-mark.tsx';
import { PlainHttpMark } from '../connection/plain-http-warning.tsx';
import { describeStatus, formatRole } from '../i18n/format-status.ts';
import { formatDateTime } from '../i18n/format-time.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Highlighted } from '../search/highlighted.tsx';
import { highlightsFor } from '../search/results.ts';
import { useAppState } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './server-row.module.css';

/** The content of a row. */
export type RowCommand = 'favourite' | 'menu';

/** Fallback for a row that could not be rendered; its menu still works. */
export function NameOnly({ row: { profile } }: { readonly row: Row }) {
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

/** The content of a row. */
export function RowCells({ row, isSelected }: { readonly row: Row; readonly isSelected: boolean }) {
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
      <FavouriteButton favourite={profile.favourite} />
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
      <StatusCells row={row} isSelected={isSelected} />
      <MoreButton profileId={profile.id} />
    </>
  );
}

function StatusCells({ row, isSelected }: { readonly row: Row; readonly isSelected: boolean }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const expiresAt = hasToken(row.session) ? row.session.expiresAt : null;
  const now = useNow(hasToken(row.session) ? nearer(row.session.leaseEndsAt, expiresAt) : null);
  const text = describeStatus(t, row, { now, language, expiringMs });
  return (
    <>
      <div
        className={styles.status}
        data-tone={statusTone(text.status)}
        data-status={text.status}
        // Only now: the first date of `Intl` takes 8 ms, which would be before the first picture.
        onPointerEnter={({ currentTarget }) => {
          currentTarget.title = expiresAt === null ? '' : formatDateTime(language, expiresAt);
        }}
      >
        <StatusIcon status={text.status} busy={row.checking} />
        <div className={styles.label} title={text.label}>
          {text.label}
        </div>
        <div className={styles.detail} title={text.detail}>
          {text.detail}
        </div>
      </div>
      <div className={styles.action}>
        <RowActionButton
          profileId={row.profile.id}
          status={text.status}
          variant={isSelected ? 'primary' : 'secondary'}
          tabIndex={-1}
        />
      </div>
    </>
  );
}

/** The earlier of two times, either of which may be null. */
function nearer(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other < one) ? other : one;
}

function FavouriteButton({ favourite }: { readonly favourite: boolean }) {
  const t = useTranslate();
  return (
    <button
      type="button"
      tabIndex={-1}
      data-command="favourite"
      className={styles.star}
      aria-label={t('servers:favourite')}
      aria-pressed={favourite}
    >
      <Star size={16} />
    </button>
  );
}

function MoreButton({ profileId }: { readonly profileId: ProfileId }) {
  const t = useTranslate();
  const open = useViewState((state) => state.menu?.profileId === profileId);
  return (
    <button
      type="button"
      tabIndex={-1}
      data-command="menu"
      className={styles.more}
      aria-label={t('servers:more')}
      aria-haspopup="menu"
      aria-expanded={open}
    >
      <Ellipsis size={16} />
    </button>
  );
}
