import type { Problem } from '../../../contract/core/problem.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { type EndResult, isInUse, type RemoteSession } from '../../../contract/sessions/remote-sessions.ts';

/** The sessions of one server that are to be ended. */
export interface EndGroup {
  readonly profileId: ProfileId;
  /** Its address. */
  readonly server: string;
  /** The name of its profile. */
  readonly name: string;
  readonly userName: string;
  readonly listId: number;
  readonly sessions: readonly RemoteSession[];
}

/** The result of ending one session, or that it was not requested any more. */
export interface Outcome {
  readonly what: EndResult['outcome'] | 'unsent';
  readonly problem: Problem | null;
}

/** The results by server and session. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** Small enough for a quick stop, large enough for one batch request. */
const batchSize = 50;

/** Identifies a session across servers. */
export function outcomeKey(profileId: ProfileId, key: number): string {
  return `${profileId}:${key}`;
}

/** The keys of a group in batches; sessions that this app uses come last. */
export function endBatches({ sessions }: EndGroup): readonly (readonly number[])[] {
  const order = { own: 2, unknown: 2, 'other-profile': 1, orphaned: 0, 'other-computer': 0, 'other-app': 0 };
  const keys = sessions.toSorted((one, other) => order[one.mark] - order[other.mark]).map(({ key }) => key);
  return Array.from({ length: Math.ceil(keys.length / batchSize) }, (_, nth) =>
    keys.slice(nth * batchSize, (nth + 1) * batchSize),
  );
}

/** Whether the groups include sessions that this app uses. */
export function includesInUse(groups: readonly EndGroup[]): boolean {
  return groups.some(({ sessions }) => sessions.some(({ mark }) => isInUse(mark)));
}

/** How many were ended, were already gone, and remain. */
export function countOutcomes(outcomes: Outcomes): {
  readonly ended: number;
  readonly gone: number;
  readonly left: number;
} {
  const all = [...outcomes.values()];
  const count = (wanted: readonly Outcome['what'][]) =>
    all.filter(({ what }) => wanted.includes(what)).length;
  return { ended: count(['ended']), gone: count(['gone']), left: count(['failed', 'kept', 'unsent']) };
}
