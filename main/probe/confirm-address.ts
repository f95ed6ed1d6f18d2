import { fail, ok, type Result } from '../../contract/core/result.ts';
import { addressText, type Profile, type ServerAddress } from '../../contract/profiles/profile.ts';
import type { ServerInfo } from '../../contract/profiles/server-info.ts';
import { publicRequest } from '../servers/api-requests.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import { withDeadline } from '../servers/http/timeouts.ts';
import type { ClientCredentials } from '../servers/tls/client-certificate.ts';
import type { FindFaceTransport } from '../servers/transport.ts';
import { isFindFaceRefusal } from './probe-evidence.ts';
import { probeOrigins } from './probe-origin.ts';
import { completes, planProbe } from './probe-plan.ts';

/** The address at which FindFace answers, and its server info; null if it was not asked. */
export interface ConfirmedAddress {
  readonly address: ServerAddress;
  readonly server: ServerInfo | null;
}

const maxMs = 15_000;

/**
 * Checks that FindFace answers at the address of a profile before a password is first sent there.
 *
 * The requests carry no user name, password, token or device ID. `transport` belongs to the profile, and so does the
 * client certificate.
 */
export function confirmAddress(
  profile: Profile,
  transport: FindFaceTransport,
  clients: Pick<ClientPool, 'openTransport'>,
  caller: AbortSignal,
  client: ClientCredentials | null = null,
): Promise<Result<ConfirmedAddress>> {
  return withDeadline(maxMs, caller, async (signal) => {
    const request = publicRequest({ ...transport.identity(), deviceId: '' }, '/users/me/');
    const here = await transport.send(request, signal);
    if (here.ok && isFindFaceRefusal(here.response)) return ok({ address: profile.address, server: null });
    if (!here.ok && !here.problem.code.startsWith('answer-')) return fail(here.problem);
    return probeAnywhere(profile, clients, signal, client);
  });
}

/** The API may be under another base path of the same server than the one typed. */
async function probeAnywhere(
  { address, tls, proxy }: Profile,
  clients: Pick<ClientPool, 'openTransport'>,
  signal: AbortSignal,
  client: ClientCredentials | null,
): Promise<Result<ConfirmedAddress>> {
  const plan = planProbe(addressText(address));
  if (!plan.ok) return plan;
  const lines: FindFaceTransport[] = [];
  try {
    const found = await probeOrigins(
      plan.value,
      async (origin) => {
        const own = origin === address.origin ? client : null;
        const target = { address: { origin, basePath: '' }, tls, proxy, client: own };
        const transport = await clients.openTransport(target, {});
        lines.push(transport);
        return transport;
      },
      signal,
    );
    if (!found.ok) return found;
    const { address: at, server } = found.value;
    if (!completes(plan.value, at.basePath)) return fail({ code: 'address-not-confirmed' });
    return ok({ address: at, server });
  } finally {
    for (const transport of lines) void transport.close();
  }
}
