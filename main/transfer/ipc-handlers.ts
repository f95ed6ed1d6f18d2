import { done, ok } from '../../contract/core/result.ts';
import type { TransferCalls } from '../../contract/transfer.ts';
import type { Transfer } from './transfer.ts';

/** What the handlers of the calls about import and export need. */
export interface TransferHandlerDeps {
  readonly transfer: Transfer;
}

/** Handlers of the calls about import and export. */
export function transferHandlers({ transfer }: TransferHandlerDeps): TransferCalls {
  const desks = () => transfer.desks();
  return {
    exportProfiles: async ({ profileIds, withPins }) =>
      (await desks()).exports.exportProfiles(profileIds, withPins),
    backUp: async ({ passphrase }) => (await desks()).exports.backUp(passphrase),
    chooseImport: async () => (await desks()).imports.choose(),
    readOpenedFile: async () => {
      const path = transfer.nextOpened();
      return path === null ? ok(null) : (await desks()).imports.read(path);
    },
    openBackup: async ({ planId, passphrase }) => (await desks()).imports.openBackup(planId, passphrase),
    importChosen: async ({ planId, chosen }) => (await desks()).imports.carryOut(planId, chosen),
    dropImport: async () => {
      await transfer.drop();
      return done;
    },
  };
}
