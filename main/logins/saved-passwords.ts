import type { LiveState } from '../state/live-state.ts';
import type { Logins } from './logins.ts';

/** Removes saved passwords while the settings do not allow any, also those of a vault that is opened later. */
export function forgetUnwantedPasswords(live: LiveState, logins: Pick<Logins, 'forgetPassword'>): void {
  const forget = (rows = live.rows()) => {
    if (live.read().settings.savePasswords) return;
    for (const { profile, passwordKept } of rows) if (passwordKept) void logins.forgetPassword(profile.id);
  };
  live.watch(({ rows, settings, storage }) => {
    if (settings || storage) forget();
    else if (rows) forget(rows);
  });
}
