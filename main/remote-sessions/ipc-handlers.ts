import type { RemoteSessionCalls } from '../../contract/sessions/remote-sessions.ts';
import type { BlockedDevices } from './blocked-devices.ts';
import type { RemoteSessions } from './remote-sessions.ts';

/** What the handlers of the calls about remote sessions need. */
export interface RemoteSessionHandlerDeps {
  readonly remoteSessions: RemoteSessions;
  readonly blockedDevices: BlockedDevices;
}

/** Handlers of the calls about remote sessions. */
export function remoteSessionHandlers(parts: RemoteSessionHandlerDeps): RemoteSessionCalls {
  const { remoteSessions, blockedDevices } = parts;
  return {
    listSessions: ({ profileId, filter, whole }) => remoteSessions.list(profileId, filter, whole),
    listMoreSessions: ({ profileId, listId }) => remoteSessions.more(profileId, listId),
    endSessions: ({ profileId, listId, keys, inUseToo }) =>
      remoteSessions.end(profileId, listId, keys, inUseToo),
    listBlockedDevices: ({ profileId }) => blockedDevices.list(profileId),
    blockDevice: ({ profileId, listId, key, reason, until }) =>
      blockedDevices.block(profileId, listId, key, reason, until),
    changeBlock: ({ profileId, blockId, reason, until }) =>
      blockedDevices.change(profileId, blockId, reason, until),
    unblockDevice: ({ profileId, blockId }) => blockedDevices.unblock(profileId, blockId),
  };
}
