import { type EpochMs, isMoment } from '../../contract/core/time.ts';
import { addressText, isEncrypted } from '../../contract/profiles/profile.ts';
import type { ServerTableColumn, ServerTableFacts } from '../../contract/server-table.ts';
import { hasToken, rowStatus } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { csvTable } from '../files/csv.ts';
import type { Translate } from '../i18n/load-texts.ts';

type TableTranslate = Translate<'servers' | 'window'>;

/** A row of the table: the row of the state, and what is not part of it. */
export interface ServerTableRow {
  readonly row: Row;
  readonly facts: ServerTableFacts;
}

/** What the status of a session depends on. */
export interface TableMoment {
  readonly now: EpochMs;
  readonly expiringMs: number;
}

/** The server table as CSV: texts in the language of the window, times as ISO 8601. */
export function serverTableCsv(
  t: TableTranslate,
  columns: readonly ServerTableColumn[],
  lines: readonly ServerTableRow[],
  moment: TableMoment,
): string {
  const cells = lines.map((line) => columns.map((column) => cellOf(t, column, line, moment)));
  return csvTable([columns.map((column) => t(`servers:table.columns.${column}`)), ...cells]);
}

function cellOf(
  t: TableTranslate,
  column: ServerTableColumn,
  { row, facts }: ServerTableRow,
  moment: TableMoment,
): string {
  const { profile, user, server } = row;
  const session = hasToken(row.session) ? row.session : null;
  switch (column) {
    case 'name':
    case 'userName':
      return profile[column];
    case 'address':
      return addressText(profile.address);
    case 'realName':
      return user?.realName ?? '';
    case 'role':
      return roleOf(t, row);
    case 'groups':
      return facts.groups.join(' ');
    case 'environment':
      return profile.environment === 'none' ? '' : t(`window:environment.${profile.environment}`);
    case 'tags':
      return profile.tags.join(', ');
    case 'notes':
      return profile.notes ?? '';
    case 'authType':
      return server?.authType ? t(`servers:table.authTypes.${server.authType}`) : '';
    case 'activeDirectory':
      return user === null ? '' : t(user.adUser ? 'servers:table.yes' : 'servers:table.no');
    case 'language':
      return facts.language ?? '';
    case 'session':
      return statusText(t, row, moment);
    case 'endsAt':
      return isoOf(session?.expiresAt);
    case 'verdict':
      return session?.lastCheck ? t(`servers:table.verdicts.${session.lastCheck.verdict}`) : '';
    case 'checkedAt':
      return isoOf(session?.lastCheck?.at);
    case 'tls':
      return t(`servers:table.connections.${isEncrypted(profile.address) ? profile.tls.mode : 'http'}`);
    case 'certificate':
      return isoOf(facts.certificateEndsAt);
    case 'licence':
      if (session?.lastCheck?.verdict === 'licence') return t('servers:table.invalid');
      return session?.lastCheck?.verdict === 'accepted' ? t('servers:table.valid') : '';
  }
}

function roleOf(t: TableTranslate, { user }: Row): string {
  if (!user?.role) return '';
  return typeof user.role === 'string'
    ? t(`servers:role.${user.role}`)
    : t('servers:role.group', { id: user.role.group });
}

function statusText(t: TableTranslate, row: Row, { now, expiringMs }: TableMoment): string {
  const status = rowStatus(row, now, expiringMs);
  return status === 'expiring' ? t('servers:table.expiring') : t(`servers:status.${status}.word`);
}

function isoOf(moment: EpochMs | null | undefined): string {
  return isMoment(moment) ? new Date(moment).toISOString() : '';
}
