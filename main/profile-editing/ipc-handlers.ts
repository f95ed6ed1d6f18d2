import type { ConnectionCalls } from '../../contract/profiles/connection.ts';
import type { ConnectionDesk } from './connection-settings.ts';

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
