import { dayMs, type EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { configFrom } from '../probe/probe-evidence.ts';
import { configRequest } from '../servers/api-requests.ts';
import { withDeadline } from '../servers/http/timeouts.ts';
import type { FindFaceTransport } from '../servers/transport.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { limitConcurrency } from '../timing/limit-concurrency.ts';

/** Server info is not urgent, so it takes few of the connections that checks use. */
const looksAtOnce = 2;

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'serverInfo' | 'setServerInfo'>;
  readonly now: () => EpochMs;
}

/** Refreshes the public info of servers: once a day, and whenever a person asks for it. */
export class ServerInfoRefresher {
  readonly #inTurn = limitConcurrency(looksAtOnce);
  readonly #lookedAt = new Map<ProfileId, EpochMs>();
  #end = new AbortController();

  constructor(private readonly deps: Deps) {}

  /** Asks over a transport that has just worked, if the info is old or `isAsked`; never throws. */
  async refresh(id: ProfileId, transport: FindFaceTransport, isAsked = false): Promise<void> {
    const { sessions, now } = this.deps;
    const address = sessions.profile(id)?.address;
    const lookedAt = Math.max(this.#lookedAt.get(id) ?? 0, sessions.serverInfo(id)?.seenAt ?? 0);
    if (!address || (!isAsked && now() - lookedAt < dayMs)) return;
    this.#lookedAt.set(id, now());
    const outcome = await this.#inTurn(() =>
      withDeadline(transport.timeouts.otherMs, this.#end.signal, (signal) =>
        transport.send({ ...configRequest(transport.identity()), isLast: true }, signal),
      ),
    );
    const config = outcome.ok ? configFrom(outcome.response) : null;
    // The address of the profile may have changed meanwhile.
    if (config !== null && sessions.profile(id)?.address === address)
      sessions.setServerInfo(id, { ...config.facts, seenAt: now() });
  }

  /** Aborts running requests; called on quit. */
  stop(): void {
    this.#end.abort();
  }
}
