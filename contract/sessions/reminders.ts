import type { Result } from '../core/result.ts';
import { dayMs, type EpochMs, hourMs } from '../core/time.ts';
import type { ProfileId, ProfileRequest } from '../profiles/profile.ts';

/** How long before the end of a session a person is reminded, in ms, by the setting that chooses it; the longest first. */
export const reminderSteps = {
  remind14Days: 14 * dayMs,
  remind3Days: 3 * dayMs,
  remind1Day: dayMs,
  remind1Hour: hourMs,
  remindAtEnd: 0,
} as const;

/** A setting that chooses when to be reminded. */
export type ReminderSetting = keyof typeof reminderSteps;

/** All of them, the longest time first. */
export const reminderSettings = Object.keys(reminderSteps) as readonly ReminderSetting[];

/** The chosen times before the end, in ms, the longest first. */
export function chosenSteps(settings: Readonly<Record<ReminderSetting, boolean>>): readonly number[] {
  return reminderSettings.filter((name) => settings[name]).map((name) => reminderSteps[name]);
}

/** What the window shows of the reminders. */
export interface Reminders {
  /** The profiles whose session ends soon or has ended, the earliest end first; without snoozed and muted ones. */
  readonly due: readonly ProfileId[];
  /** The profiles that nobody is reminded of. */
  readonly muted: readonly ProfileId[];
  /** Whether a notification was clicked, and the window has not shown the reminders since. */
  readonly asked: boolean;
}

/** The reminders of nothing. */
export const noReminders: Reminders = { due: [], muted: [], asked: false };

/** How long a reminder is snoozed: an hour, until 9:00 of the next day, or until one day before the end. */
export const snoozes = ['hour', 'tomorrow', 'day-before'] as const;
export type Snooze = (typeof snoozes)[number];

/** The calls about reminders. */
export interface ReminderCalls {
  /** Puts a reminder off, but never beyond the end of its session; returns until when. */
  snoozeReminder(request: ProfileRequest & { readonly snooze: Snooze }): Promise<Result<EpochMs>>;
  /** Turns the reminders of one server off, or on again. */
  muteReminders(request: ProfileRequest & { readonly muted: boolean }): Promise<Result>;
  /** The window shows the reminders, as a notification asked. */
  remindersShown(): Promise<Result>;
}
