import { done, fail } from '../../contract/core/result.ts';
import type { CheckingCalls } from '../../contract/sessions/checking.ts';
import type { Journal } from '../journal/journal.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { CheckScheduler } from './check-scheduler.ts';

/** What the handlers of the calls about checks need. */
export interface CheckHandlerDeps {
  readonly sessions: SessionStore;
  readonly checkScheduler: CheckScheduler;
  readonly liveChannels: { networkMayHaveChanged(): void };
  readonly pendingLogouts: Pick<PendingLogouts, 'wake'>;
  readonly journal: Pick<Journal, 'note'>;
}

/** Handlers of the calls about checks. */
export function checkHandlers({
  sessions,
  checkScheduler,
  liveChannels,
  pendingLogouts,
  journal,
}: CheckHandlerDeps): CheckingCalls {
  return {
    letCheckItself: async ({ profileId, on }) => {
      const profile = sessions.profile(profileId);
      if (!profile) return fail({ code: 'profile-gone' });
      sessions.setAutoCheck(profileId, on);
      journal.note('self-checks', profile, { on });
      return done;
    },
    letHearLive: async ({ profileId, on }) => {
      const profile = sessions.profile(profileId);
      if (!profile) return fail({ code: 'profile-gone' });
      sessions.setHearsLive(profileId, on);
      journal.note('live-channel', profile, { on });
      return done;
    },
    networkMayHaveChanged: async () => {
      checkScheduler.networkMayHaveChanged();
      liveChannels.networkMayHaveChanged();
      pendingLogouts.wake();
      return done;
    },
    dismissRightsChange: async ({ profileId }) => {
      sessions.setRightsChange(profileId, null);
      return done;
    },
  };
}
