import { done } from '../../../contract/core/result.ts';
import type { BulkLoginCalls } from '../../../contract/sessions/bulk-login.ts';
import type { AppState, StateChange } from '../../../contract/state.ts';

interface Main {
  readonly read: () => AppState;
  readonly announce: (change: Omit<StateChange, 'revision'>) => void;
}

/** A bulk log-in that every server grants at once. */
export function fakeBulkLogin({ read, announce }: Main): BulkLoginCalls {
  return {
    async beginBulkLogin({ userName, profileIds }) {
      const entries = read()
        .rows.filter(({ profile }) => profileIds.includes(profile.id))
        .map(({ profile }) => ({
          profileId: profile.id,
          name: profile.name,
          outcome: { kind: 'done' } as const,
        }));
      announce({ bulkLogin: { userName, isRunning: false, entries } });
      return done;
    },
    cancelBulkLogin: async () => done,
    async closeBulkLogin() {
      announce({ bulkLogin: null });
      return done;
    },
  };
}
