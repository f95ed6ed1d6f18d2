import type { AppDeps } from '../../../main/app/app-deps.ts';

/** A copy that cannot be updated. */
export const noUpdates: AppDeps['updates'] = {
  support: 'not-installed',
  choices: { updateSource: null, skippedVersion: null },
  keep: async () => undefined,
  engine: async () => {
    throw new Error('Nothing may load the updater');
  },
  installer: {
    method: () => ({ kind: 'app' }),
    install: async () => {
      throw new Error('Nothing may be installed');
    },
    quit: () => undefined,
  },
};
