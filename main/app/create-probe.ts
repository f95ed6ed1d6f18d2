import type { EpochMs } from '../../contract/core/time.ts';
import { ServerNews } from '../checks/server-info.ts';
import { Prober } from '../probe/server-probe.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import type { Fleet } from '../sessions/session-store.ts';

/** What looks at servers without logging in: when an address is typed, and now and then afterwards. */
export interface Probing {
  readonly prober: Prober;
  readonly news: ServerNews;
}

/** Builds both on the profiles and their lines. */
export function probingOf(parts: {
  readonly fleet: Fleet;
  readonly clients: ServerClients;
  readonly now: () => EpochMs;
}): Probing {
  const { fleet, clients, now } = parts;
  return {
    prober: new Prober({
      profile: (id) => fleet.profile(id),
      lineTo: (whereto, patience) => clients.lineTo(whereto, patience),
      now,
    }),
    news: new ServerNews({ fleet, now }),
  };
}
