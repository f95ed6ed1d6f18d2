import type { Journal } from '../journal/journal.ts';
import type { Logins } from '../logins/logins.ts';
import { BlockedDevices } from '../remote-sessions/blocked-devices.ts';
import { RemoteSessions } from '../remote-sessions/remote-sessions.ts';
import { type AccountParts, ServerAccounts } from '../remote-sessions/server-accounts.ts';
import type { LiveState } from '../state/live-state.ts';

interface Deps extends AccountParts {
  readonly live: LiveState;
  readonly logins: Pick<Logins, 'logout'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => number;
}

/** Creates the parts for sessions on servers; a lock drops the lists they loaded. */
export function createRemoteSessions(deps: Deps) {
  const { live, ...rest } = deps;
  const accounts = new ServerAccounts(rest);
  const remoteSessions = new RemoteSessions({ ...rest, accounts });
  const blockedDevices = new BlockedDevices({ ...rest, accounts, sessions: remoteSessions });
  live.watch(({ lock }) => {
    if (lock?.kind !== 'locked') return;
    remoteSessions.forget();
    blockedDevices.forget();
  });
  return { remoteSessions, blockedDevices, stop: () => accounts.stop() };
}
