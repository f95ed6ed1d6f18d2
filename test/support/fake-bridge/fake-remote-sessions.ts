import { done, fail, ok } from '../../../contract/core/result.ts';
import type { RemoteSession, RemoteSessionCalls } from '../../../contract/sessions/remote-sessions.ts';
import type { AppState } from '../../../contract/state.ts';

const rights = {
  view: 'all',
  end: 'all',
  viewBlocked: true,
  block: true,
  changeBlock: true,
  unblock: true,
} as const;

/** The sessions of generated servers: that of the row and two more. */
export function fakeRemoteSessions(read: () => AppState): RemoteSessionCalls {
  const sessionsOf = (profileId: string): readonly RemoteSession[] => {
    const row = read().rows.find(({ profile }) => profile.id === profileId);
    const { deviceId = '', userName = '' } = row?.profile ?? {};
    return (['own', 'orphaned', 'other-app'] as const).map((mark, key) => ({
      ...{
        key,
        identity: `${profileId} ${key}`,
        mark,
        userName,
        mine: true,
        ip: `10.0.7.${key}`,
        mobile: false,
        active: true,
      },
      ...{ device: mark === 'other-app' ? 'Chrome · Windows' : 'FindFace Session Manager 1.0.0 · desk14' },
      ...{ deviceId: mark === 'own' ? deviceId : `${mark}-${key}`, status: 'offline' as const },
      ...{ createdAt: Date.now() - key * 86_400_000, lastSeenAt: Date.now() - key * 3_600_000 },
    }));
  };
  return {
    listSessions: async ({ profileId }) =>
      ok({ listId: 1, sessions: sessionsOf(profileId), more: 'no', rights }),
    listMoreSessions: async () => fail({ code: 'list-outdated' }),
    endSessions: async ({ keys }) =>
      ok(keys.map((key) => ({ key, outcome: key === 0 ? 'kept' : 'ended', problem: null }) as const)),
    listBlockedDevices: async () => ok({ devices: [], more: 'no' }),
    blockDevice: async () => done,
    changeBlock: async () => done,
    unblockDevice: async () => done,
  };
}
