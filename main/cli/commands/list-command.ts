import { isMoment } from '../../../contract/core/time.ts';
import { addressText, shortAddress } from '../../../contract/profiles/profile.ts';
import { rowStatus } from '../../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../../contract/settings.ts';
import type { Row } from '../../../contract/state.ts';
import { expiryOf } from '../../token/token-header.ts';
import { exitCodes, failed, printed } from '../server/cli-answer.ts';
import type { Asked, Command } from './command.ts';

/** `ffsm list [--json]`: the servers by name, without hidden ones. */
export const list: Command = async (asked) => {
  const { args, t } = asked;
  const isJson = args[0] === '--json';
  if (args.length > (isJson ? 1 : 0)) return failed(exitCodes.usage, t('cli:tooMany'));
  const rows = visibleRows(asked);
  if (isJson)
    return printed(JSON.stringify({ servers: rows.map((row) => serverFacts(asked, row)) }, null, 2));
  const head = (['name', 'user', 'address', 'session', 'ends'] as const).map((column) =>
    t(`cli:columns.${column}`).toUpperCase(),
  );
  return printed(table([head, ...rows.map((row) => cells(asked, row))]));
};

/** The servers that are not hidden, by name. */
export function visibleRows({ parts }: Pick<Asked, 'parts'>): readonly Row[] {
  return parts.live
    .rows()
    .filter(({ profile }) => profile.hidden !== true)
    .toSorted((one, other) => one.profile.name.localeCompare(other.profile.name, 'en', { numeric: true }));
}

/** What `--json` says of a server; scripts depend on it, so nothing is renamed or taken away. */
export function serverFacts({ parts }: Asked, row: Row) {
  const { id, name, userName, address, environment, tags } = row.profile;
  const end = expiryOf(row.session);
  return {
    ...{ id, name, user: userName, url: addressText(address), environment, tags },
    state: statusOf(parts, row),
    expires: isMoment(end) ? new Date(end).toISOString() : null,
  };
}

function cells(asked: Asked, row: Row): readonly string[] {
  const { name, userName, address } = row.profile;
  const end = expiryOf(row.session);
  return [
    name,
    userName,
    shortAddress(address),
    statusText(asked, row),
    isMoment(end) ? new Date(end).toISOString().slice(0, 10) : '',
  ];
}

function statusText({ parts, t }: Asked, row: Row): string {
  const status = statusOf(parts, row);
  return status === 'expiring' ? t('servers:table.expiring') : t(`servers:status.${status}.word`);
}

function statusOf({ live, now }: Asked['parts'], row: Row) {
  return rowStatus(row, now(), expiringSpanMs(live.read().settings));
}

function table(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? '')].length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
