import type { RemoteSessionCalls } from '../../contract/remote-sessions.ts';
import type { BlockedDevices } from './blocked-devices.ts';
import type { RemoteSessions } from './remote-sessions.ts';

/** The parts that answer the calls about the sessions on servers. */
export interface RemoteSessionParts {
  readonly remoteSessions: RemoteSessions;
  readonly blockedDevices: BlockedDevices;
  /** Settled once the vault has been opened, or could not be. */
  readonly opened: Promise<unknown>;
}

/** One line a call about the sessions on servers. */
export function remoteSessionAnswers(parts: RemoteSessionParts): RemoteSessionCalls {
  const { remoteSessions, blockedDevices } = parts;
  const afterOpening = async <Value>(work: () => Promise<Value>) => {
    await parts.opened;
    return work();
  };
  return {
    listSessions: ({ profileId, filter, whole }) =>
      afterOpening(() => remoteSessions.list(profileId, filter, whole)),
    listMoreSessions: ({ profileId, listId }) => afterOpening(() => remoteSessions.more(profileId, listId)),
    endSessions: ({ profileId, listId, keys, inUseToo }) =>
      afterOpening(() => remoteSessions.end(profileId, listId, keys, inUseToo)),
    listBlockedDevices: ({ profileId }) => afterOpening(() => blockedDevices.list(profileId)),
    blockDevice: ({ profileId, listId, key, reason, until }) =>
      afterOpening(() => blockedDevices.block(profileId, listId, key, reason, until)),
    changeBlock: ({ profileId, blockId, reason, until }) =>
      afterOpening(() => blockedDevices.change(profileId, blockId, reason, until)),
    unblockDevice: ({ profileId, blockId }) => afterOpening(() => blockedDevices.unblock(profileId, blockId)),
  };
}
