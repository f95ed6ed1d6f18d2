import { fail, ok, type Result } from '../../contract/core/result.ts';
import { addressText, type Profile, type ServerAddress } from '../../contract/profiles/profile.ts';
import type { ServerFacts } from '../../contract/profiles/server-info.ts';
import { openQuestion } from '../servers/api-requests.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import { within } from '../servers/http/timeouts.ts';
import type { ServerLine } from '../servers/transport.ts';
import { turnsAwayLikeFindFace } from './probe-evidence.ts';
import { probe } from './probe-origin.ts';
import { completes, planOf } from './probe-plan.ts';

/** Where FindFace answers, and what it told about itself; null if it was not asked. */
export interface ConfirmedAddress {
  readonly address: ServerAddress;
  readonly server: ServerFacts | null;
}

const longestMs = 15_000;

/**
 * Looks whether FindFace answers at the address of a profile, before a password goes there for the first time.
 *
 * Nothing is asked that carries a user name, a password, a token or a device id. `line` is the profile's own.
 */
export function confirmAddress(
  profile: Profile,
  line: ServerLine,
  clients: Pick<ServerClients, 'lineTo'>,
  caller: AbortSignal,
): Promise<Result<ConfirmedAddress>> {
  return within(longestMs, caller, async (signal) => {
    const question = openQuestion({ ...line.caller(), deviceId: '' }, '/users/me/');
    const here = await line.ask(question, signal);
    if (here.ok && turnsAwayLikeFindFace(here.answer)) return ok({ address: profile.address, server: null });
    if (!here.ok && !here.problem.code.startsWith('answer-')) return fail(here.problem);
    return lookAround(profile, clients, signal);
  });
}

/** The API may answer under another base path of the same server than the one that was typed. */
async function lookAround(
  { address, tls, proxy }: Profile,
  clients: Pick<ServerClients, 'lineTo'>,
  signal: AbortSignal,
): Promise<Result<ConfirmedAddress>> {
  const plan = planOf(addressText(address));
  if (!plan.ok) return plan;
  const lines: ServerLine[] = [];
  try {
    const found = await probe(
      plan.value,
      async (origin) => {
        const line = await clients.lineTo({ address: { origin, basePath: '' }, tls, proxy }, {});
        lines.push(line);
        return line;
      },
      signal,
    );
    if (!found.ok) return found;
    const { address: at, server } = found.value;
    if (!completes(plan.value, at.basePath)) return fail({ code: 'address-not-confirmed' });
    return ok({ address: at, server });
  } finally {
    for (const line of lines) void line.close();
  }
}
