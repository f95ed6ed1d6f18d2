import { type ServerTableCalls, serverTableColumns } from '../server-table.ts';
import { asOneOf, asProfileId, fields, MalformedMessage } from './parse.ts';

type Readers = {
  readonly [Name in keyof ServerTableCalls]: (raw: unknown) => Parameters<ServerTableCalls[Name]>[0];
};

/** The maximum number of saved profiles. */
const maxProfiles = 10_000;

/** The readers of the calls about the server table. */
export const serverTableReaders: Readers = {
  readServerTable: (raw) => {
    if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
  },
  saveServerTable: (raw) => {
    const found = fields(raw, ['columns', 'profileIds']);
    return {
      columns: asListOf(found.columns, serverTableColumns.length, (item) =>
        asOneOf(item, serverTableColumns),
      ),
      profileIds: asListOf(found.profileIds, maxProfiles, asProfileId),
    };
  },
};

function asListOf<Item>(raw: unknown, most: number, read: (item: unknown) => Item): readonly Item[] {
  if (!Array.isArray(raw) || raw.length > most) throw new MalformedMessage('not a short list');
  return Array.from(raw, (item) => read(item));
}
