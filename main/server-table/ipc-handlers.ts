import { basename } from 'node:path';
import { ok } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { FleetFacts, FleetTableCalls } from '../../contract/server-table.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import { type FileDialogs, writeChosenFile } from '../files/chosen-file.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import type { Fleet } from '../sessions/session-store.ts';

/** Groups beyond these are cut off: no person is in so many. */
const mostGroups = 50;

/** The parts that answer calls about the table of all servers. */
export interface FleetTableParts {
  readonly fleet: Pick<Fleet, 'rows'>;
  readonly users: Pick<KnownUsers, 'get'>;
  readonly clients: Pick<ServerClients, 'known'>;
  readonly files: FileDialogs;
  readonly live: { read(): Pick<AppState, 'language' | 'settings'> };
}

/** One line a call about the table of all servers. */
export function fleetTableAnswers({ fleet, users, clients, files, live }: FleetTableParts): FleetTableCalls {
  const factsOf = async (profileId: ProfileId): Promise<FleetFacts> => {
    const user = await users.get(profileId);
    const client = await clients.known(profileId);
    const groups = user?.groups.slice(0, mostGroups) ?? [];
    const certificateEndsAt = client?.certificate?.validTo ?? null;
    return { profileId, groups, language: user?.language ?? null, certificateEndsAt };
  };
  return {
    readFleet: async () => ok(await Promise.all(fleet.rows().map(({ profile }) => factsOf(profile.id)))),
    saveFleet: async ({ columns, profileIds }) => {
      const day = new Date().toISOString().slice(0, 10);
      const path = await files.save(`ffsm-servers-${day}.csv`, [{ name: 'CSV', extensions: ['csv'] }]);
      if (path === null) return ok(null);
      const rows = new Map(fleet.rows().map((row) => [row.profile.id, row]));
      const wanted = profileIds.flatMap((id) => rows.get(id) ?? []);
      const lines = await Promise.all(
        wanted.map(async (row) => ({ row, facts: await factsOf(row.profile.id) })),
      );
      const { language, settings } = live.read();
      // Loaded when a table is saved: it brings the words of all languages.
      const { fleetCsv } = await import('./server-table-csv.ts');
      const moment = { language, now: Date.now(), expiringMs: expiringSpanMs(settings) };
      const written = await writeChosenFile(path, fleetCsv(columns, lines, moment));
      return written.ok ? ok(basename(path)) : written;
    },
  };
}
