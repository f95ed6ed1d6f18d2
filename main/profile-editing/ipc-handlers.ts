import type { ConnectionCalls } from '../../contract/profiles/connection.ts';
import type { ConnectionSettings } from './connection-settings.ts';

/** The parts that answer the calls about connections. */
export interface ConnectionHandlerDeps {
  readonly connectionSettings: ConnectionSettings;
}

/** One line a call about connections. */
export function connectionHandlers({ connectionSettings }: ConnectionHandlerDeps): ConnectionCalls {
  return {
    chooseAuthority: () => connectionSettings.choose(),
    readAuthority: async ({ profileId }) => connectionSettings.authorityOf(profileId),
    changeConnection: ({ profileId, choice }) => connectionSettings.change(profileId, choice),
  };
}
