import { dayMs, type EpochMs } from '../../contract/core/time.ts';
import { shortAddress } from '../../contract/profiles/profile.ts';
import type { FleetColumn, FleetFacts } from '../../contract/server-table.ts';
import { isHeld } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { sayRole, standingWords } from '../i18n/format-status.ts';
import { capitalised, type Say, sayAgo, sayDay, sayMoment } from '../i18n/format-time.ts';

/** One server of the table; `facts` is null until main has told them. */
export interface Line {
  readonly row: Row;
  readonly facts: FleetFacts | null;
}

/** When, and in which language, the table is read. */
export interface Reading {
  readonly now: EpochMs;
  readonly language: string;
  readonly expiringMs: number;
}

/** What stands in one cell of the table; empty where nothing is known. */
export function cellWords(t: Say, column: FleetColumn, line: Line, reading: Reading): string {
  const { row, facts } = line;
  const { profile, user, server } = row;
  const { now, language } = reading;
  const moment = momentIn(column, line);
  switch (column) {
    case 'name':
    case 'userName':
      return profile[column];
    case 'address':
      return shortAddress(profile.address);
    case 'realName':
      return user?.realName ?? '';
    case 'role':
      return sayRole(t, user?.role);
    case 'groups':
      return facts?.groups.join(', ') ?? '';
    case 'environment':
      return profile.environment === 'none' ? '' : t(`window.environment.${profile.environment}`);
    case 'tags':
      return profile.tags.join(', ');
    case 'authType':
      return server?.authType ? t(`fleetTable.authTypes.${server.authType}`) : '';
    case 'activeDirectory':
      return user === null ? '' : t(user.adUser ? 'fleetTable.yes' : 'fleetTable.no');
    case 'language':
      return facts?.language ?? '';
    case 'session':
      return standingWords(t, row, reading).word;
    case 'endsAt':
      return moment === null ? '' : sayMoment(t, language, moment, now);
    case 'verdict':
      return verdictWord(t, row);
    case 'checkedAt':
      return moment === null ? '' : capitalised(sayAgo(t, moment, now));
    case 'tls':
      return t(
        `fleetTable.connections.${profile.address.origin.startsWith('http:') ? 'http' : profile.tls.mode}`,
      );
    case 'certificate':
      return moment === null ? '' : `${sayDay(language, moment)} · ${daysLeft(t, moment, now)}`;
    case 'licence':
      return licenceWord(t, row);
  }
}

/** The moment behind a cell, by which it is sorted; null for a cell that is a text, or empty. */
export function momentIn(column: FleetColumn, { row, facts }: Line): EpochMs | null {
  const session = isHeld(row.session) ? row.session : null;
  if (column === 'endsAt') return session?.expiresAt ?? null;
  if (column === 'checkedAt') return session?.lastCheck?.at ?? null;
  return column === 'certificate' ? (facts?.certificateEndsAt ?? null) : null;
}

function verdictWord(t: Say, { session }: Row): string {
  const check = isHeld(session) ? session.lastCheck : null;
  return check === null ? '' : t(`fleetTable.verdicts.${check.verdict}`);
}

function licenceWord(t: Say, { session }: Row): string {
  const verdict = isHeld(session) ? session.lastCheck?.verdict : undefined;
  if (verdict === 'licence') return t('fleetTable.invalid');
  return verdict === 'accepted' ? t('fleetTable.valid') : '';
}

function daysLeft(t: Say, moment: EpochMs, now: EpochMs): string {
  const days = Math.floor((moment - now) / dayMs);
  return days < 0 ? t('fleetTable.over') : t('fleetTable.daysLeft', { count: days });
}
