import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, type Session, stableSession, type Verdict } from '../../contract/sessions/session.ts';

/** From this many on one notice reports them; fewer are visible in their rows only. */
const minTogether = 3;
/** Events within this time belong to one outage. */
const togetherMs = 3 * 60_000;

/** The affected profiles, and when each was affected. */
export type Members = ReadonlyMap<ProfileId, EpochMs>;

/** The last verdict on a session; null without a check or a session. */
export function verdictFor(session: Session | undefined): Verdict | null {
  const now = session && stableSession(session);
  return now && hasToken(now) ? (now.lastCheck?.verdict ?? null) : null;
}

/**
 * The profiles that a notice lists: none if there are too few, the recent ones for a new notice, all for one already
 * shown.
 */
export function membersToShow(members: Members, isShown: boolean, now: EpochMs): readonly ProfileId[] {
  const together = [...members].filter(([, at]) => isShown || now - at < togetherMs).map(([id]) => id);
  return together.length < minTogether ? [] : together;
}
