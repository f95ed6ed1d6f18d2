import { fail } from '../../contract/core/result.ts';
import type { UpdateCalls } from '../../contract/installation/updates.ts';

/** Handlers of the calls about updates. */
export function updateHandlers(): UpdateCalls {
  const none = async () => fail({ code: 'update-source-missing' });
  return {
    setUpdateSource: none,
    chooseUpdateFolder: none,
    checkForUpdate: none,
    downloadUpdate: none,
    cancelUpdate: none,
    installUpdate: none,
    skipUpdate: none,
  };
}
