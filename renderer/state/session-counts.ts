import { create } from 'zustand';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, type Session } from '../../contract/sessions/session.ts';
import { useAppState } from './app-state.ts';

interface Known {
  readonly count: number;
  /** Of the session that listed them: another one may be another user's. */
  readonly fingerprint: string;
}

const useCounts = create<ReadonlyMap<ProfileId, Known>>(() => new Map());

// The page is loaded anew when it is locked; where that fails, the numbers are gone all the same.
useAppState.subscribe(({ lock }) => {
  if (lock.kind === 'locked') useCounts.setState(new Map(), true);
});

/** Remembers how many sessions a user has on a server, as it was just listed. A lock forgets it. */
export function knowSessionCount(id: ProfileId, count: number): void {
  const session = useAppState.getState().rows.find(({ profile }) => profile.id === id)?.session;
  if (session === undefined || !hasToken(session)) return;
  const { fingerprint } = session;
  useCounts.setState((counts) => new Map(counts).set(id, { count, fingerprint }), true);
}

/** How many sessions the user of a profile has on its server; null as long as nobody has listed them. */
export function useSessionCount(id: ProfileId, session: Session): number | null {
  const known = useCounts((counts) => counts.get(id));
  return known !== undefined && hasToken(session) && known.fingerprint === session.fingerprint
    ? known.count
    : null;
}
