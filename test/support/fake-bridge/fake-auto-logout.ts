import { done } from '../../../contract/core/result.ts';
import { autoLogoutAt } from '../../../contract/profiles/auto-logout.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { AutoLogoutCalls } from '../../../contract/sessions/pending-logout.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import type { Row } from '../../../contract/state.ts';

/** The calls about auto log-out and pending log-outs: policies apply, and every server confirms a retry. */
export function fakeAutoLogout(
  change: (id: ProfileId, part: (row: Row) => Partial<Row>) => void,
): AutoLogoutCalls {
  const drop = (profileId: ProfileId, endingId: string) =>
    change(profileId, (row) => ({ endings: row.endings.filter(({ id }) => id !== endingId) }));
  return {
    async setAutoLogout({ profileId, lease }) {
      change(profileId, ({ profile, session }) => ({
        profile: { ...profile, lease },
        session: hasToken(session)
          ? { ...session, leaseEndsAt: autoLogoutAt(lease, session.loggedInAt, Date.now()) }
          : session,
      }));
      return done;
    },
    async tryEnding({ profileId, endingId }) {
      drop(profileId, endingId);
      return done;
    },
    async forgetEnding({ profileId, endingId }) {
      drop(profileId, endingId);
      return done;
    },
  };
}
