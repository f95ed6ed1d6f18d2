import { useEffect, useRef, useState } from 'react';
import { bridge } from '../../bridge.ts';
import { type EndGroup, type Outcome, type Outcomes, outcomeKey, stepsOf, usesAny } from './end-batches.ts';
import { inTurn, serversAtOnce } from './limit-concurrency.ts';

/** Where the ending of sessions stands. */
export type Running =
  | { readonly kind: 'asked' }
  | { readonly kind: 'running'; readonly outcomes: Outcomes }
  | { readonly kind: 'over'; readonly outcomes: Outcomes };

/** Ends the sessions of groups, several servers at once; what has not been sent can be stopped. */
export function useEnd(groups: readonly EndGroup[]) {
  const [running, setRunning] = useState<Running>({ kind: 'asked' });
  const wanted = useRef(true);
  useEffect(() => {
    wanted.current = true;
    return () => {
      wanted.current = false;
    };
  }, []);

  async function start(): Promise<void> {
    const outcomes = new Map<string, Outcome>();
    const tell = (kind: 'running' | 'over') => setRunning({ kind, outcomes: new Map(outcomes) });
    const inUseToo = usesAny(groups);
    tell('running');
    await inTurn(
      groups,
      serversAtOnce,
      () => wanted.current,
      async (group) => {
        const { profileId, listId } = group;
        for (const keys of stepsOf(group)) {
          if (!wanted.current) return;
          const answer = await bridge.endSessions({ profileId, listId, keys, inUseToo });
          for (const key of keys) {
            const result = answer.ok ? answer.value.find((one) => one.key === key) : undefined;
            const problem = answer.ok ? (result?.problem ?? null) : answer.problem;
            outcomes.set(outcomeKey(profileId, key), { what: result?.outcome ?? 'failed', problem });
          }
          tell('running');
        }
      },
    );
    for (const { profileId, sessions } of groups)
      for (const { key } of sessions) {
        const name = outcomeKey(profileId, key);
        if (!outcomes.has(name)) outcomes.set(name, { what: 'unsent', problem: null });
      }
    tell('over');
  }

  return {
    running,
    start: () => void start(),
    stop: () => {
      wanted.current = false;
    },
  };
}
