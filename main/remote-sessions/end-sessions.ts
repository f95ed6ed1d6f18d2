import type { Problem } from '../../contract/problem.ts';
import type { EndResult } from '../../contract/remote-sessions.ts';
import { turns } from '../sessions/turns.ts';
import type { Account } from './accounts.ts';
import { endPlan, endsTheRound } from './end-rules.ts';
import { type Entry, SessionList } from './session-list.ts';
import { wishOf } from './wish-rules.ts';

/** From here on one call that ends many is kinder to a server than many calls. */
const manySessions = 10;
/** A profile has two sockets to its server. */
const atOnce = 2;

/** Ends chosen sessions of a list, and tells of each how that came out; the session that asks goes last. */
export async function endAll(
  account: Account,
  list: SessionList,
  chosen: readonly Entry[],
  inUseToo: boolean,
): Promise<readonly EndResult[]> {
  const { kept, others, own } = endPlan(chosen, inUseToo);
  const together =
    others.length >= manySessions ? await endTogether(account, list, others) : new Set<Entry>();
  const rest = others.filter((entry) => !together.has(entry));
  const round = new Round(account, others.length >= manySessions);
  const results = [
    ...kept.map(({ shown }): EndResult => ({ key: shown.key, outcome: 'kept', problem: null })),
    ...[...together].map(({ shown }): EndResult => ({ key: shown.key, outcome: 'ended', problem: null })),
    ...(await round.end(rest)),
  ];
  for (const entry of own) results.push(...(await round.end([entry])));
  return results;
}

/**
 * Ends sessions by one call, and gives back those that are gone since.
 *
 * The server answers for all of them at once, so only a look at the whole list afterwards tells what became of each.
 */
async function endTogether(
  account: Account,
  list: SessionList,
  entries: readonly Entry[],
): Promise<ReadonlySet<Entry>> {
  const asked = await account.calls.endMany(entries.map(({ id }) => id));
  if (!asked.ok) return new Set();
  const present = new SessionList(list.listId, list.profileId, list.fingerprint, list.filter);
  while (present.more === 'yes') {
    const page = await account.calls.sessions(wishOf(account, list.filter), present.cursor);
    if (!page.ok) return new Set();
    present.take(page.value.value, account.skewMs, account);
  }
  if (present.more === 'cut') return new Set();
  const ids = new Set(present.entries.map(({ id }) => id));
  return new Set(entries.filter(({ id }) => !ids.has(id)));
}

/** Ends sessions one by one, until a problem comes up that the next ones would meet too. */
class Round {
  readonly #account: Account;
  /** Were they asked to be ended before, so that one that is gone was ended by us? */
  readonly #askedBefore: boolean;
  readonly #inTurn = turns(atOnce);
  #stoppedBy: Problem | null = null;

  constructor(account: Account, askedBefore: boolean) {
    this.#account = account;
    this.#askedBefore = askedBefore;
  }

  end(entries: readonly Entry[]): Promise<readonly EndResult[]> {
    return Promise.all(entries.map((entry) => this.#inTurn(() => this.#endOne(entry))));
  }

  async #endOne({ id, shown: { key } }: Entry): Promise<EndResult> {
    if (this.#stoppedBy) return { key, outcome: 'failed', problem: this.#stoppedBy };
    const ended = await this.#account.calls.end(id);
    if (ended.ok) {
      const outcome = ended.value === 'gone' && this.#askedBefore ? 'ended' : ended.value;
      return { key, outcome, problem: null };
    }
    if (endsTheRound(ended.problem)) this.#stoppedBy ??= ended.problem;
    return { key, outcome: 'failed', problem: ended.problem };
  }
}
