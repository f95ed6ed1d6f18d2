import type { Problem } from '../../../contract/core/problem.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { type EndResult, isInUse, type RemoteSession } from '../../../contract/sessions/remote-sessions.ts';

/** Sessions of one server that are to be ended. */
export interface EndGroup {
  readonly profileId: ProfileId;
  /** Its address. */
  readonly server: string;
  /** What the server is called here. */
  readonly name: string;
  readonly userName: string;
  readonly listId: number;
  readonly sessions: readonly RemoteSession[];
}

/** How ending one session came out, or that it was not asked for any more. */
export interface Outcome {
  readonly what: EndResult['outcome'] | 'unsent';
  readonly problem: Problem | null;
}

/** The outcomes by server and session. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** Few enough that a person who stops does not wait long, many enough that a server is asked once for them. */
const batchSize = 50;

/** What names one session of all servers. */
export function outcomeKey(profileId: ProfileId, key: number): string {
  return `${profileId}:${key}`;
}

/** The calls that end the sessions of a group, the sessions that this app uses in the last ones. */
export function endBatches({ sessions }: EndGroup): readonly (readonly number[])[] {
  const order = { own: 2, unknown: 2, 'other-profile': 1, orphaned: 0, 'other-computer': 0, 'other-app': 0 };
  const keys = sessions.toSorted((one, other) => order[one.mark] - order[other.mark]).map(({ key }) => key);
  return Array.from({ length: Math.ceil(keys.length / batchSize) }, (_, nth) =>
    keys.slice(nth * batchSize, (nth + 1) * batchSize),
  );
}

/** Are sessions that this app uses among them? */
export function includesInUse(groups: readonly EndGroup[]): boolean {
  return groups.some(({ sessions }) => sessions.some(({ mark }) => isInUse(mark)));
}

/** How many were ended, were gone already, and are still there. */
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
