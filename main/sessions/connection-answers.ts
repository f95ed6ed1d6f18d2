import type { ConnectionCalls } from '../../contract/connection.ts';
import type { ConnectionDesk } from './connection-desk.ts';

/** The parts that answer the calls about connections. */
export interface ConnectionParts {
  readonly connectionDesk: ConnectionDesk;
}

/** One line a call about connections. */
export function connectionAnswers({ connectionDesk }: ConnectionParts): ConnectionCalls {
  return {
    chooseAuthority: () => connectionDesk.choose(),
    readAuthority: async ({ profileId }) => connectionDesk.authorityOf(profileId),
    changeConnection: ({ profileId, choice }) => connectionDesk.change(profileId, choice),
  };
}
