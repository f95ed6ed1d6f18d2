import { done } from '../../contract/core/result.ts';
import type { HandOverCalls } from '../../contract/transfer.ts';
import type { HandOver } from './transfer.ts';

/** The parts that answer the calls about handing the list over. */
export interface HandOverAnsweringParts {
  readonly handOver: HandOver;
}

/** One line a call about handing the list over. */
export function handOverAnswers({ handOver }: HandOverAnsweringParts): HandOverCalls {
  const desks = () => handOver.desks();
  return {
    exportProfiles: async ({ profileIds, withPins }) =>
      (await desks()).exports.exportProfiles(profileIds, withPins),
    backUp: async ({ passphrase }) => (await desks()).exports.backUp(passphrase),
    chooseImport: async () => (await desks()).imports.choose(),
    openBackup: async ({ planId, passphrase }) => (await desks()).imports.openBackup(planId, passphrase),
    importChosen: async ({ planId, chosen }) => (await desks()).imports.carryOut(planId, chosen),
    dropImport: async () => {
      await handOver.drop();
      return done;
    },
  };
}
