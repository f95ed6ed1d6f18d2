import { type FleetTableCalls, fleetColumns } from '../server-table.ts';
import { asOneOf, asProfileId, fields, MalformedMessage } from './parse.ts';

type Readers = {
  readonly [Name in keyof FleetTableCalls]: (raw: unknown) => Parameters<FleetTableCalls[Name]>[0];
};

/** More profiles than are kept. */
const mostProfiles = 10_000;

/** One reader for each call about the table of all servers. */
export const fleetTableReaders: Readers = {
  readFleet: (raw) => {
    if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
  },
  saveFleet: (raw) => {
    const found = fields(raw, ['columns', 'profileIds']);
    return {
      columns: asListOf(found.columns, fleetColumns.length, (item) => asOneOf(item, fleetColumns)),
      profileIds: asListOf(found.profileIds, mostProfiles, asProfileId),
    };
  },
};

function asListOf<Item>(raw: unknown, most: number, read: (item: unknown) => Item): readonly Item[] {
  if (!Array.isArray(raw) || raw.length > most) throw new MalformedMessage('not a short list');
  return Array.from(raw, (item) => read(item));
}
