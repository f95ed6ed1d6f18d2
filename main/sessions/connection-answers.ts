import type { ConnectionCalls } from '../../contract/connection.ts';
import type { ConnectionDesk } from './connection-desk.ts';

/** The parts that answer the calls about connections. */
export interface ConnectionParts {
  readonly connectionDesk: ConnectionDesk;
  /** Settled once the vault has been opened, or could not be. */
  readonly opened: Promise<unknown>;
}

/** One line a call about connections. */
export function connectionAnswers({ connectionDesk, opened }: ConnectionParts): ConnectionCalls {
  return {
    chooseAuthority: () => connectionDesk.choose(),
    readAuthority: async ({ profileId }) => connectionDesk.authorityOf(profileId),
    changeConnection: async ({ profileId, choice }) => {
      // What is sealed is bound to the trust, so the vault has to be open to bind it anew.
      await opened;
      return connectionDesk.change(profileId, choice);
    },
  };
}
