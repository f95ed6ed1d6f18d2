import { done } from '../../contract/core/result.ts';
import type { ReminderCalls } from '../../contract/sessions/reminders.ts';
import type { Reminders } from './reminders.ts';

/** What the handlers of the calls about reminders need. */
export interface ReminderHandlerDeps {
  /** Loads them if nobody has yet. */
  readonly reminders: () => Promise<Reminders>;
}

/** Handlers of the calls about reminders. */
export function reminderHandlers({ reminders }: ReminderHandlerDeps): ReminderCalls {
  return {
    snoozeReminder: async ({ profileId, snooze }) => (await reminders()).snooze(profileId, snooze),
    muteReminders: async ({ profileId, muted }) => (await reminders()).mute(profileId, muted),
    remindersShown: async () => {
      (await reminders()).windowShows();
      return done;
    },
  };
}
