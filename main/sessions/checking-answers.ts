import type { CheckingCalls } from '../../contract/checking.ts';
import { done, fail } from '../../contract/result.ts';
import type { Journal } from '../journal/journal.ts';
import type { Endings } from './endings.ts';
import type { Fleet } from './fleet.ts';
import type { Timetable } from './timetable.ts';

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
