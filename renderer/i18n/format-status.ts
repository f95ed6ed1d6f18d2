import type { EpochMs } from '../../contract/core/time.ts';
import { isHeld, rowStanding, type Standing } from '../../contract/sessions/session.ts';
import type { Role } from '../../contract/sessions/user.ts';
import type { Row } from '../../contract/state.ts';
import { type Lifetime, spanLeft } from '../time/durations.ts';
import { sayLeaseLeft, sayPending } from './format-auto-logout.ts';
import { capitalised, type Say, sayLeft, sayMoment, saySpan } from './format-time.ts';

/** What a row says of its session: a word for the state, and what makes it exact. */
export interface StandingWords {
  readonly standing: Standing;
  readonly word: string;
  readonly second: string;
}

interface Moment {
  readonly now: EpochMs;
  readonly expiringMs: number;
  readonly language: string;
}

/** The state of a row's session in words. */
export function standingWords(t: Say, row: Row, { now, expiringMs, language }: Moment): StandingWords {
  const standing = rowStanding(row, now, expiringMs);
  const lifetime = isHeld(row.session) ? row.session : { loggedInAt: now, expiresAt: null };
  const word =
    standing === 'expiring'
      ? t('standings.expiring.word', {
          span: saySpan(t, spanLeft(lifetime.loggedInAt, lifetime.expiresAt ?? now, now)),
        })
      : t(`standings.${standing}.word`);
  const second =
    sayLeaseLeft(t, row.session, standing, now) ??
    (standing === 'log-out-pending'
      ? sayPending(t, language, row.endings)
      : secondLine(t, standing, lifetime, now, language));
  return { standing, word: capitalised(word), second };
}

function secondLine(t: Say, standing: Standing, lifetime: Lifetime, now: EpochMs, language: string): string {
  const { expiresAt } = lifetime;
  const left = sayLeft(t, lifetime, now);
  switch (standing) {
    case 'accepted':
      return left;
    case 'expiring':
    case 'expired':
      return expiresAt === null ? '' : sayMoment(t, language, expiresAt, now);
    case 'licence':
    case 'unreachable':
    case 'uncertain':
    case 'not-checked':
      return expiresAt === null ? left : t('time.byTheClock', { left });
    case 'refused':
    case 'blocked':
    case 'certificate-changed':
    case 'unreadable':
      return t(`standings.${standing}.second`);
    case 'logged-out':
    case 'logging-in':
    case 'logging-out':
    case 'log-out-pending':
      return '';
  }
}

/** The name of a row as it is heard: "Airport T2, ivanov, accepted, 12 days left". */
export function rowName(t: Say, row: Row, moment: Moment): string {
  const { word, second } = standingWords(t, row, moment);
  const { name, userName, environment } = row.profile;
  const place = environment === 'none' ? [] : [t(`window.environment.${environment}`).toLocaleLowerCase()];
  const rights = (row.rightsChange?.lost ?? 0) > 0 ? [t('checking.rights.mark')] : [];
  return [name, userName, word.toLocaleLowerCase(), second, ...rights, ...place]
    .filter((part) => part !== '')
    .join(', ');
}

/** The role of a user in words; empty if it is unknown. */
export function sayRole(t: Say, role: Role | undefined): string {
  if (role === null || role === undefined) return '';
  return typeof role === 'string' ? t(`list.role.${role}`) : t('list.role.group', { id: role.group });
}
