import { hostname } from 'node:os';
import { demoOrigin } from '../../contract/profiles/demo.ts';
import { AutoLogout } from '../auto-logout/auto-logout.ts';
import { CheckHistory } from '../checks/check-history.ts';
import { CheckScheduler } from '../checks/check-scheduler.ts';
import { ServerInfoRefresher } from '../checks/server-info.ts';
import { SessionChecks } from '../checks/session-checks.ts';
import type { DemoServer } from '../demo/demo-server.ts';
import { LiveChannels } from '../live-channel/live-channels.ts';
import { FaceTokenCache } from '../logins/face-token-cache.ts';
import { Logins } from '../logins/logins.ts';
import { forgetUnwantedPasswords } from '../logins/saved-passwords.ts';
import { BlockedDevices } from '../remote-sessions/blocked-devices.ts';
import { RemoteSessions } from '../remote-sessions/remote-sessions.ts';
import { ServerAccounts } from '../remote-sessions/server-accounts.ts';
import { ClientPool } from '../servers/client-pool.ts';
import { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { AppDeps } from './app-deps.ts';
import type { VaultLayer } from './create-vault.ts';

/** Connects to the demo server, which is loaded when it is first wanted. */
function connectInside(now: AppDeps['now']) {
  let demo: Promise<DemoServer> | null = null;
  return async (origin: string) => {
    if (origin !== demoOrigin) return null;
    demo ??= import('../demo/demo-server.ts').then(({ DemoServer }) => new DemoServer(now));
    return (await demo).connect(origin);
  };
}

/** The parts that begin, check and end sessions. */
export type SessionLayer = ReturnType<typeof createSessions>;

/** Creates them; a lock drops the lists of remote sessions. */
export function createSessions({ appVersion, systemProxy, now, monotonicNow }: AppDeps, lower: VaultLayer) {
  const { live, profileStore, vault } = lower;
  const deviceInfo = { app: 'FindFace Session Manager', version: appVersion, computer: hostname() };
  const clients = new ClientPool(
    { info: deviceInfo, language: () => live.read().language, now },
    systemProxy,
    (fingerprint) => profileStore.authority(fingerprint),
    connectInside(now),
    (profile) => vault.clientKey(profile),
  );
  const base = { ...lower, clients, now, monotonicNow };
  const serverInfo = new ServerInfoRefresher(base);
  const faceTokens = new FaceTokenCache(monotonicNow);
  const pendingLogouts = new PendingLogouts(base);
  const logins = new Logins({ ...base, pendingLogouts, faceTokens, serverInfo });
  forgetUnwantedPasswords(live, logins);
  const autoLogout = new AutoLogout({ ...base, logins, pendingLogouts });
  const checkHistory = new CheckHistory(lower.checksFile);
  const checks = new SessionChecks({ ...base, serverInfo, history: checkHistory });
  const checkScheduler = new CheckScheduler({ ...base, checks });
  const liveChannels = new LiveChannels({ ...base, checkScheduler });

  const accounts = new ServerAccounts({ ...base, checks });
  const remoteSessions = new RemoteSessions({ ...base, accounts, checks, logins });
  const blockedDevices = new BlockedDevices({ ...base, accounts, sessions: remoteSessions });
  live.watch(({ lock }) => {
    if (lock?.kind !== 'locked') return;
    remoteSessions.forget();
    blockedDevices.forget();
  });
  return {
    ...{ ...base, deviceInfo, serverInfo, faceTokens, pendingLogouts, logins, autoLogout },
    ...{ checks, checkHistory, checkScheduler, liveChannels, accounts, remoteSessions, blockedDevices },
  };
}
