import type { UpdateCalls } from '../../contract/installation/updates.ts';
import type { AppUpdates } from './app-updates.ts';

/** Handlers of the calls about updates. */
export function updateHandlers(updates: AppUpdates): UpdateCalls {
  return {
    setUpdateSource: ({ url }) => updates.setSource(url),
    chooseUpdateFolder: () => updates.chooseFolder(),
    checkForUpdate: () => updates.check(true),
    downloadUpdate: () => updates.download(),
    cancelUpdate: async () => updates.cancel(),
    installUpdate: ({ when }) => updates.install(when),
    skipUpdate: () => updates.skip(),
  };
}
