import { done, fail } from '../../contract/core/result.ts';
import type { CheckingCalls } from '../../contract/sessions/checking.ts';
import type { Journal } from '../journal/journal.ts';
import type { Endings } from '../sessions/pending-logouts.ts';
import type { Fleet } from '../sessions/session-store.ts';
import type { Timetable } from './check-scheduler.ts';

/** The parts that answer calls about checks that nobody asks for one by one. */
export interface CheckingParts {
  readonly fleet: Fleet;
  readonly timetable: Timetable;
  readonly endings: Pick<Endings, 'wake'>;
  readonly journal: Pick<Journal, 'note'>;
}

/** One line a call about checks that nobody asks for one by one. */
export function checkingAnswers({ fleet, timetable, endings, journal }: CheckingParts): CheckingCalls {
  return {
    letCheckItself: async ({ profileId, on }) => {
      const profile = fleet.profile(profileId);
      if (!profile) return fail({ code: 'profile-gone' });
      fleet.letCheckItself(profileId, on);
      journal.note('self-checks', profile, { on });
      return done;
    },
    networkMayHaveChanged: async () => {
      timetable.networkMayHaveChanged();
      endings.wake();
      return done;
    },
    dismissRightsChange: async ({ profileId }) => {
      fleet.rightsChanged(profileId, null);
      return done;
    },
  };
}
