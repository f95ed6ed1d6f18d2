import type { EndResult } from '../../contract/sessions/remote-sessions.ts';
import type { ListedEntry, SessionList } from './session-list.ts';

/** An attempt to end a session, and the last list that was loaded before it. */
interface Attempt {
  readonly lastListId: number;
  readonly outcome: Promise<Omit<EndResult, 'key'>>;
}

/** Prevents ending a session twice when several profiles of one account list it. */
export class EndOnce {
  readonly #attempts = new Map<string, Attempt>();

  /** Ends the sessions that no other list of the same time has ended or is ending; returns the result of each. */
  async end(
    list: SessionList,
    entries: readonly ListedEntry[],
    lastListId: number,
    end: (fresh: readonly ListedEntry[]) => Promise<readonly EndResult[]>,
  ): Promise<readonly EndResult[]> {
    // A session that a later list still contains was not ended, whatever the server said, so it is tried again.
    const earlier = new Map(
      entries.flatMap((entry) => {
        const attempt = this.#attempts.get(entry.shown.identity);
        return attempt === undefined || list.listId > attempt.lastListId ? [] : [[entry, attempt] as const];
      }),
    );
    const fresh = entries.filter((entry) => !earlier.has(entry));
    const ending = end(fresh);
    for (const { shown } of fresh) this.#remember(shown.identity, shown.key, lastListId, ending);
    const results = await ending;
    const others = [...earlier].map(async ([{ shown }, { outcome }]): Promise<EndResult> => {
      const { outcome: what, problem } = await outcome;
      return { key: shown.key, outcome: what === 'ended' ? 'gone' : what, problem };
    });
    return [...results, ...(await Promise.all(others))];
  }

  /** Forgets the attempts; called on lock. */
  forget(): void {
    this.#attempts.clear();
  }

  #remember(identity: string, key: number, lastListId: number, ending: Promise<readonly EndResult[]>): void {
    const outcome = ending.then((results) => {
      const result = results.find((one) => one.key === key);
      return { outcome: result?.outcome ?? 'failed', problem: result?.problem ?? null };
    });
    const attempt = { lastListId, outcome };
    this.#attempts.set(identity, attempt);
    // A failed attempt may be repeated.
    const giveUp = (): void => {
      if (this.#attempts.get(identity) === attempt) this.#attempts.delete(identity);
    };
    outcome.then(({ outcome: what }) => (what === 'ended' || what === 'gone' ? undefined : giveUp()), giveUp);
  }
}
