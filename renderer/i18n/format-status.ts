import { type Lifetime, remainingDuration } from '../../contract/core/durations.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import {
  formatDuration,
  formatMoment,
  formatRemaining,
  formatUnverified,
} from '../../contract/i18n/format-time.ts';
import { hasToken, type RowStatus, rowStatus } from '../../contract/sessions/session.ts';
import type { Role } from '../../contract/sessions/user.ts';
import type { Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { formatPendingLogouts, formatTimeToLogout } from './format-auto-logout.ts';

/** The text of a row's status: one word, and a detail. */
export interface StatusText {
  readonly status: RowStatus;
  readonly label: string;
  readonly detail: string;
}

interface TextContext {
  readonly now: EpochMs;
  readonly expiringMs: number;
  readonly language: string;
}

/** The text of a row's status. */
export function describeStatus(
  t: Translate,
  row: Row,
  { now, expiringMs, language }: TextContext,
): StatusText {
  const status = rowStatus(row, now, expiringMs);
  const lifetime = hasToken(row.session) ? row.session : { loggedInAt: now, expiresAt: null };
  const left = remainingDuration(lifetime.loggedInAt, lifetime.expiresAt ?? now, now);
  const label =
    status === 'expiring'
      ? t('servers:status.expiring.word', {
          // Without minutes, since the moment is beside it.
          span: formatDuration(t, left.unit === 'hours' ? { ...left, minutes: 0 } : left),
        })
      : t(`servers:status.${status}.word`);
  const detail =
    formatTimeToLogout(t, row.session, status, now) ??
    (status === 'log-out-pending'
      ? formatPendingLogouts(t, language, row.endings)
      : statusDetail(t, status, lifetime, now, language));
  return { status, label, detail };
}

function statusDetail(
  t: Translate,
  status: RowStatus,
  lifetime: Lifetime,
  now: EpochMs,
  language: string,
): string {
  const { expiresAt } = lifetime;
  switch (status) {
    case 'accepted':
      return formatRemaining(t, lifetime, now);
    case 'expiring':
    case 'expired':
      return expiresAt === null ? '' : formatMoment(t, language, expiresAt, now);
    case 'licence':
    case 'unreachable':
    case 'uncertain':
    case 'not-checked':
      return formatUnverified(t, lifetime, now);
    case 'refused':
    case 'blocked':
    case 'certificate-changed':
    case 'unreadable':
      return t(`servers:status.${status}.second`);
    case 'logged-out':
    case 'logging-in':
    case 'logging-out':
    case 'log-out-pending':
      return '';
  }
}

/** The accessible name of a row: "Airport T2, ivanov, accepted, 12 days left". */
export function rowLabel(t: Translate, row: Row, moment: TextContext): string {
  const { label, detail } = describeStatus(t, row, moment);
  const { name, userName, environment } = row.profile;
  const place = environment === 'none' ? [] : [t(`window:environment.${environment}`)];
  const rights = (row.rightsChange?.lost ?? 0) > 0 ? [t('session:checks.rights.mark')] : [];
  return [name, userName, label, detail, ...rights, ...place].filter((part) => part !== '').join(', ');
}

/** The name of a role; empty if unknown. */
export function formatRole(t: Translate, role: Role | undefined): string {
  if (role === null || role === undefined) return '';
  return typeof role === 'string' ? t(`servers:role.${role}`) : t('servers:role.group', { id: role.group });
}
