import { dayMs, type EpochMs } from '../../contract/core/time.ts';
import { formatAgo, formatDay, formatMoment } from '../../contract/i18n/format-time.ts';
import { isEncrypted, shortAddress } from '../../contract/profiles/profile.ts';
import type { ServerTableColumn, ServerTableFacts } from '../../contract/server-table.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { describeStatus, formatRole } from '../i18n/format-status.ts';

/** A row of the table; `facts` is null until main has sent them. */
export interface TableEntry {
  readonly row: Row;
  readonly facts: ServerTableFacts | null;
}

/** The time and language of the texts. */
export interface TextContext {
  readonly now: EpochMs;
  readonly language: string;
  readonly expiringMs: number;
}

/** The text of a cell; empty if unknown. */
export function cellText(
  t: Translate,
  column: ServerTableColumn,
  entry: TableEntry,
  context: TextContext,
): string {
  const { row, facts } = entry;
  const { profile, user, server } = row;
  const { now, language } = context;
  const moment = cellMoment(column, entry);
  switch (column) {
    case 'name':
    case 'userName':
      return profile[column];
    case 'address':
      return shortAddress(profile.address);
    case 'realName':
      return user?.realName ?? '';
    case 'role':
      return formatRole(t, user?.role);
    case 'groups':
      return facts?.groups.join(', ') ?? '';
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
      return facts?.language ?? '';
    case 'session':
      return describeStatus(t, row, context).label;
    case 'endsAt':
      return moment === null ? '' : formatMoment(t, language, moment, now);
    case 'verdict':
      return verdictText(t, row);
    case 'checkedAt':
      return moment === null ? '' : formatAgo(t, moment, now);
    case 'tls':
      return t(`servers:table.connections.${isEncrypted(profile.address) ? profile.tls.mode : 'http'}`);
    case 'certificate':
      return moment === null ? '' : `${formatDay(language, moment)} · ${daysLeft(t, moment, now)}`;
    case 'licence':
      return licenceText(t, row);
  }
}

/** The time by which a cell is sorted; null for text and empty cells. */
export function cellMoment(column: ServerTableColumn, { row, facts }: TableEntry): EpochMs | null {
  const session = hasToken(row.session) ? row.session : null;
  if (column === 'endsAt') return session?.expiresAt ?? null;
  if (column === 'checkedAt') return session?.lastCheck?.at ?? null;
  return column === 'certificate' ? (facts?.certificateEndsAt ?? null) : null;
}

function verdictText(t: Translate, { session }: Row): string {
  const check = hasToken(session) ? session.lastCheck : null;
  return check === null ? '' : t(`servers:table.verdicts.${check.verdict}`);
}

function licenceText(t: Translate, { session }: Row): string {
  const verdict = hasToken(session) ? session.lastCheck?.verdict : undefined;
  if (verdict === 'licence') return t('servers:table.invalid');
  return verdict === 'accepted' ? t('servers:table.valid') : '';
}

function daysLeft(t: Translate, moment: EpochMs, now: EpochMs): string {
  const days = Math.floor((moment - now) / dayMs);
  return days < 0 ? t('servers:table.over') : t('servers:table.daysLeft', { count: days });
}
