import { done, ok } from '../../../contract/core/result.ts';
import type { ReminderCalls, Reminders, Snooze } from '../../../contract/sessions/reminders.ts';

const hour = 3_600_000;
const spans: { readonly [Name in Snooze]: number } = { hour, tomorrow: 24 * hour, 'day-before': 48 * hour };

/** The calls about reminders, which change what the window shows and nothing else. */
export function fakeReminders(read: () => Reminders, show: (reminders: Reminders) => void): ReminderCalls {
  return {
    async snoozeReminder({ profileId, snooze }) {
      show({ ...read(), due: read().due.filter((id) => id !== profileId) });
      return ok(Date.now() + spans[snooze]);
    },
    async muteReminders({ profileId, muted }) {
      const others = {
        due: read().due.filter((id) => id !== profileId),
        muted: read().muted.filter((id) => id !== profileId),
      };
      show(
        muted
          ? { ...read(), ...others, muted: [...others.muted, profileId] }
          : { ...read(), ...others, due: [profileId, ...others.due] },
      );
      return done;
    },
    async remindersShown() {
      show({ ...read(), asked: false });
      return done;
    },
  };
}
