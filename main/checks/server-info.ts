import { dayMs, type EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { configIn } from '../probe/probe-evidence.ts';
import { configQuestion } from '../servers/api-requests.ts';
import { within } from '../servers/http/timeouts.ts';
import type { ServerLine } from '../servers/transport.ts';
import type { Fleet } from '../sessions/session-store.ts';
import { turns } from '../timing/limit-concurrency.ts';

/** Nobody waits for news, so they leave the lines to checks. */
const looksAtOnce = 2;

interface Deps {
  readonly fleet: Pick<Fleet, 'profile' | 'server' | 'learn'>;
  readonly now: () => EpochMs;
}

/** Keeps up with what servers tell everybody about themselves: once a day, and whenever a person asks. */
export class ServerNews {
  readonly #inTurn = turns(looksAtOnce);
  readonly #lookedAt = new Map<ProfileId, EpochMs>();
  #end = new AbortController();

  constructor(private readonly deps: Deps) {}

  /** Asks over a line that has just been answered on, if it is time to or somebody wants to know; never fails. */
  async look(id: ProfileId, line: ServerLine, isAsked = false): Promise<void> {
    const { fleet, now } = this.deps;
    const address = fleet.profile(id)?.address;
    const lookedAt = Math.max(this.#lookedAt.get(id) ?? 0, fleet.server(id)?.seenAt ?? 0);
    if (!address || (!isAsked && now() - lookedAt < dayMs)) return;
    this.#lookedAt.set(id, now());
    const exchange = await this.#inTurn(() =>
      within(line.patience.otherMs, this.#end.signal, (signal) =>
        line.ask({ ...configQuestion(line.caller()), isLast: true }, signal),
      ),
    );
    const config = exchange.ok ? configIn(exchange.answer) : null;
    // The profile may have been moved to another server meanwhile.
    if (config !== null && fleet.profile(id)?.address === address)
      fleet.learn(id, { ...config.facts, seenAt: now() });
  }

  /** Gives up what is under way; for the end of the app. */
  stop(): void {
    this.#end.abort();
  }
}
