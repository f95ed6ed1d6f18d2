import { type EpochMs, isMoment } from '../../contract/core/time.ts';
import { addressText } from '../../contract/profiles/profile.ts';
import type { ServerTableColumn, ServerTableFacts } from '../../contract/server-table.ts';
import { hasToken, rowStatus } from '../../contract/sessions/session.ts';
import type { Language } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { fleetTable as en } from '../../contract/wording/en/fleet-table.ts';
import { standings as enStandings } from '../../contract/wording/en/standings.ts';
import { list as enList, window as enWindow } from '../../contract/wording/en/window.ts';
import { fleetTable as es } from '../../contract/wording/es/fleet-table.ts';
import { standings as esStandings } from '../../contract/wording/es/standings.ts';
import { list as esList, window as esWindow } from '../../contract/wording/es/window.ts';
import { fleetTable as ru } from '../../contract/wording/ru/fleet-table.ts';
import { standings as ruStandings } from '../../contract/wording/ru/standings.ts';
import { list as ruList, window as ruWindow } from '../../contract/wording/ru/window.ts';
import { csvTable } from '../files/csv.ts';

const wordings = {
  en: { table: en, standings: enStandings, roles: enList.role, environments: enWindow.environment },
  ru: { table: ru, standings: ruStandings, roles: ruList.role, environments: ruWindow.environment },
  es: { table: es, standings: esStandings, roles: esList.role, environments: esWindow.environment },
};

/** A row of the table: the row of the state, and what is not part of it. */
export interface ServerTableRow {
  readonly row: Row;
  readonly facts: ServerTableFacts;
}

/** What the texts of the table depend on. */
export interface TableMoment {
  readonly language: Language;
  readonly now: EpochMs;
  readonly expiringMs: number;
}

/** The server table as CSV: texts in the language of the window, times as ISO 8601. */
export function serverTableCsv(
  columns: readonly ServerTableColumn[],
  lines: readonly ServerTableRow[],
  moment: TableMoment,
): string {
  const titles = wordings[moment.language].table.columns;
  const cells = lines.map((line) => columns.map((column) => cellOf(column, line, moment)));
  return csvTable([columns.map((column) => titles[column]), ...cells]);
}

function cellOf(column: ServerTableColumn, { row, facts }: ServerTableRow, moment: TableMoment): string {
  const { table, environments } = wordings[moment.language];
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
      return roleOf(row, moment.language);
    case 'groups':
      return facts.groups.join(' ');
    case 'environment':
      return profile.environment === 'none' ? '' : environments[profile.environment];
    case 'tags':
      return profile.tags.join(', ');
    case 'authType':
      return server?.authType ? table.authTypes[server.authType] : '';
    case 'activeDirectory':
      return user === null ? '' : user.adUser ? table.yes : table.no;
    case 'language':
      return facts.language ?? '';
    case 'session':
      return standingWord(row, moment);
    case 'endsAt':
      return isoOf(session?.expiresAt);
    case 'verdict':
      return session?.lastCheck ? table.verdicts[session.lastCheck.verdict] : '';
    case 'checkedAt':
      return isoOf(session?.lastCheck?.at);
    case 'tls':
      return table.connections[profile.address.origin.startsWith('http:') ? 'http' : profile.tls.mode];
    case 'certificate':
      return isoOf(facts.certificateEndsAt);
    case 'licence':
      if (session?.lastCheck?.verdict === 'licence') return table.invalid;
      return session?.lastCheck?.verdict === 'accepted' ? table.valid : '';
  }
}

function roleOf({ user }: Row, language: Language): string {
  const { roles } = wordings[language];
  if (!user?.role) return '';
  return typeof user.role === 'string'
    ? roles[user.role]
    : roles.group.replace('{{id}}', String(user.role.group));
}

function standingWord(row: Row, { language, now, expiringMs }: TableMoment): string {
  const { standings, table } = wordings[language];
  const standing = rowStatus(row, now, expiringMs);
  return standing === 'expiring' ? table.expiring : standings[standing].word;
}

function isoOf(moment: EpochMs | null | undefined): string {
  return isMoment(moment) ? new Date(moment).toISOString() : '';
}
