import type { Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { TlsTrust } from '../../contract/profiles/profile.ts';
import { ServerInfoRefresher } from '../checks/server-info.ts';
import { ServerProbe } from '../probe/server-probe.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { SessionStore } from '../sessions/session-store.ts';

/** The parts that ask a server for public information, without logging in. */
export interface ProbeParts {
  readonly serverProbe: ServerProbe;
  readonly serverInfo: ServerInfoRefresher;
}

/** Creates them. */
export function createProbe(parts: {
  readonly sessions: SessionStore;
  readonly clients: ClientPool;
  readonly trustAuthority: (fingerprint: string) => Result<TlsTrust>;
  readonly now: () => EpochMs;
}): ProbeParts {
  const { sessions, clients, trustAuthority, now } = parts;
  return {
    serverProbe: new ServerProbe({
      profile: (id) => sessions.profile(id),
      trustAuthority,
      lineTo: (whereto, timeouts) => clients.openTransport(whereto, timeouts),
      now,
    }),
    serverInfo: new ServerInfoRefresher({ sessions, now }),
  };
}
