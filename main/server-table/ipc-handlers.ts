import { basename } from 'node:path';
import { ok } from '../../contract/core/result.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { ServerTableCalls, ServerTableFacts } from '../../contract/server-table.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import { type FileDialogs, writeChosenFile } from '../files/chosen-file.ts';
import { loadTexts } from '../i18n/load-texts.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { serverTableCsv } from './server-table-csv.ts';

/** Limit for groups per user. */
const maxGroups = 50;

/** What the handlers of the calls about the server table need. */
export interface ServerTableHandlerDeps {
  readonly sessions: Pick<SessionStore, 'rows'>;
  readonly users: Pick<KnownUsers, 'get'>;
  readonly clients: Pick<ClientPool, 'known'>;
  readonly files: FileDialogs;
  readonly live: { read(): Pick<AppState, 'language' | 'settings'> };
}

/** Handlers of the calls about the server table. */
export function serverTableHandlers({
  sessions,
  users,
  clients,
  files,
  live,
}: ServerTableHandlerDeps): ServerTableCalls {
  const factsOf = async (profileId: ProfileId): Promise<ServerTableFacts> => {
    const user = await users.get(profileId);
    const client = await clients.known(profileId);
    const groups = user?.groups.slice(0, maxGroups) ?? [];
    const certificateEndsAt = client?.certificate?.validTo ?? null;
    return { profileId, groups, language: user?.language ?? null, certificateEndsAt };
  };
  return {
    readServerTable: async () =>
      ok(await Promise.all(sessions.rows().map(({ profile }) => factsOf(profile.id)))),
    saveServerTable: async ({ columns, profileIds }) => {
      const day = new Date().toISOString().slice(0, 10);
      const path = await files.save(`ffsm-servers-${day}.csv`, [{ name: 'CSV', extensions: ['csv'] }]);
      if (path === null) return ok(null);
      const rows = new Map(sessions.rows().map((row) => [row.profile.id, row]));
      const wanted = profileIds.flatMap((id) => rows.get(id) ?? []);
      const lines = await Promise.all(
        wanted.map(async (row) => ({ row, facts: await factsOf(row.profile.id) })),
      );
      const { language, settings } = live.read();
      const t = await loadTexts(language, 'servers', 'window');
      const moment = { now: Date.now(), expiringMs: expiringSpanMs(settings) };
      const written = await writeChosenFile(path, serverTableCsv(t, columns, lines, moment));
      return written.ok ? ok(basename(path)) : written;
    },
  };
}
