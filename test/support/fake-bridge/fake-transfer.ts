import { done, fail, ok } from '../../../contract/core/result.ts';
import type { ImportPlan, TransferCalls } from '../../../contract/transfer.ts';

/** The plan of an imported list, with one entry of each kind. */
export const samplePlan: ImportPlan = {
  planId: 'plan-1',
  file: 'findface-servers-2026-11-24.json',
  source: 'hand-over',
  secretsLeftOut: false,
  entries: [
    {
      kind: 'new',
      entry: 0,
      ...{ name: 'Airport T3', address: 'https://10.0.4.9', userName: 'ivanov' },
      ...{ pin: '4f'.repeat(32), pinBefore: null, secrets: 'none' },
    },
    {
      kind: 'changed',
      entry: 1,
      ...{ name: 'Metro depot', address: 'https://10.2.0.1', userName: 'ivanov' },
      ...{ pin: null, pinBefore: null, secrets: 'none', endsSession: true },
      changes: [{ field: 'address', before: 'https://10.2.0.7', after: 'https://10.2.0.1' }],
    },
    { kind: 'same', entry: 2, name: 'Lobby', address: 'https://10.0.4.7', userName: 'admin' },
    {
      kind: 'unusable',
      line: 4,
      entry: 3,
      ...{ name: 'Old one', address: 'ftp://10.0.4.7', userName: 'admin' },
      problem: { code: 'address-scheme-unsupported', scheme: 'ftp' },
    },
  ],
};

/**
 * Import and export without files: every export succeeds, and the chosen file is always the same, also if the system
 * asked to open it; `read` is called when that was read.
 */
export function fakeTransfer(passphrase: string | null, read: () => void): TransferCalls {
  const { planId, file } = samplePlan;
  const chooseImport: TransferCalls['chooseImport'] = async () =>
    ok(passphrase === null ? { kind: 'plan', plan: samplePlan } : { kind: 'passphrase', planId, file });
  return {
    exportProfiles: async ({ profileIds }) => ok({ file, profiles: profileIds.length, unreadable: 0 }),
    backUp: async () => ok({ file: 'findface-backup.json', profiles: 5, unreadable: 0 }),
    chooseImport,
    readOpenedFile: () => {
      read();
      return chooseImport();
    },
    openBackup: async (request) =>
      request.passphrase === passphrase ? ok(samplePlan) : fail({ code: 'passphrase-wrong' }),
    importChosen: async ({ chosen }) =>
      ok({ added: chosen.length, changed: 0, sessions: 0, failed: 0, left: 0 }),
    dropImport: async () => done,
  };
}
