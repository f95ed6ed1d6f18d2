import type { EpochMs } from '../../contract/core/time.ts';
import type { Journal } from '../journal/journal.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import { rightsDifference, withDifference } from '../profiles/rights-changes.ts';
import type { Fleet } from './session-store.ts';

interface Parts {
  readonly users: Pick<KnownUsers, 'onChange'>;
  readonly fleet: Pick<Fleet, 'profile' | 'rightsChange' | 'rightsChanged'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

/** Keeps what servers change about a user's rights, until a person has seen it. */
export function watchRights({ users, fleet, journal, now }: Parts): void {
  users.onChange((id, before, after) => {
    const profile = fleet.profile(id);
    const difference = rightsDifference(before, after);
    if (!profile || !difference) return;
    fleet.rightsChanged(id, withDifference(fleet.rightsChange(id), difference, now()));
    const { lost, gained } = difference;
    journal.note('rights-changed', profile, { lost: lost.length, gained: gained.length });
  });
}
