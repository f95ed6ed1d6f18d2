import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, type Session, stableSession, type Verdict } from '../../contract/sessions/session.ts';

/** So many together are one piece of news; fewer are told by their rows. */
const minTogether = 3;
/** What happens within this time happens together. */
const togetherMs = 3 * 60_000;

/** Those that something happened to, and when. */
export type Members = ReadonlyMap<ProfileId, EpochMs>;

/** What the server last said of a session; null if it said nothing, or there is none. */
export function verdictFor(session: Session | undefined): Verdict | null {
  const now = session && stableSession(session);
  return now && hasToken(now) ? (now.lastCheck?.verdict ?? null) : null;
}

/** Whom a notice tells about: nobody where they are few, those of the last minutes, and all of them once it is shown. */
export function membersToShow(members: Members, isShown: boolean, now: EpochMs): readonly ProfileId[] {
  const together = [...members].filter(([, at]) => isShown || now - at < togetherMs).map(([id]) => id);
  return together.length < minTogether ? [] : together;
}
