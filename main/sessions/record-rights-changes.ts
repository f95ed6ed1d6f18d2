import type { EpochMs } from '../../contract/core/time.ts';
import type { Journal } from '../journal/journal.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import { rightsDifference, withDifference } from '../profiles/rights-changes.ts';
import type { SessionStore } from './session-store.ts';

interface Deps {
  readonly users: Pick<KnownUsers, 'onChange'>;
  readonly sessions: Pick<SessionStore, 'profile' | 'rightsChange' | 'setRightsChange'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

/** Keeps changes of a user's rights until the person has seen them. */
export function recordRightsChanges({ users, sessions, journal, now }: Deps): void {
  users.onChange((id, before, after) => {
    const profile = sessions.profile(id);
    const difference = rightsDifference(before, after);
    if (!profile || !difference) return;
    sessions.setRightsChange(id, withDifference(sessions.rightsChange(id), difference, now()));
    const { lost, gained } = difference;
    journal.note('rights-changed', profile, { lost: lost.length, gained: gained.length });
  });
}
