import { useEffect, useRef, useState } from 'react';
import { bridge } from '../../bridge.ts';
import {
  type EndGroup,
  endBatches,
  includesInUse,
  type Outcome,
  type Outcomes,
  outcomeKey,
} from './end-batches.ts';
import { limitConcurrency, maxServersAtOnce } from './limit-concurrency.ts';

/** The progress of ending sessions. */
export type EndProgress =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'running'; readonly outcomes: Outcomes }
  | { readonly kind: 'finished'; readonly outcomes: Outcomes };

/** Ends the sessions of groups, several servers at once; can be stopped. */
export function useEndSessions(groups: readonly EndGroup[]) {
  const [running, setRunning] = useState<EndProgress>({ kind: 'confirm' });
  const wanted = useRef(true);
  useEffect(() => {
    wanted.current = true;
    return () => {
      wanted.current = false;
    };
  }, []);

  async function start(): Promise<void> {
    const outcomes = new Map<string, Outcome>();
    const tell = (kind: 'running' | 'finished') => setRunning({ kind, outcomes: new Map(outcomes) });
    const inUseToo = includesInUse(groups);
    tell('running');
    await limitConcurrency(
      groups,
      maxServersAtOnce,
      () => wanted.current,
      async (group) => {
        const { profileId, listId } = group;
        for (const keys of endBatches(group)) {
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
    tell('finished');
  }

  return {
    running,
    start: () => void start(),
    stop: () => {
      wanted.current = false;
    },
  };
}
