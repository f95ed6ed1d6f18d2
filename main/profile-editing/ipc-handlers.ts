import type { ConnectionCalls } from '../../contract/profiles/connection.ts';
import type { ConnectionSettings } from './connection-settings.ts';

/** What the handlers of the calls about connection settings need. */
export interface ConnectionHandlerDeps {
  readonly connectionSettings: ConnectionSettings;
}

/** Handlers of the calls about connection settings. */
export function connectionHandlers({
  connectionSettings,
}: ConnectionHandlerDeps): Pick<ConnectionCalls, 'chooseAuthority' | 'readAuthority' | 'changeConnection'> {
  return {
    chooseAuthority: () => connectionSettings.choose(),
    readAuthority: async ({ profileId }) => connectionSettings.authorityOf(profileId),
    changeConnection: ({ profileId, choice }) => connectionSettings.change(profileId, choice),
  };
}
