import { release } from 'node:os';
import { done, ok } from '../../contract/core/result.ts';
import type { AboutCalls } from '../../contract/installation/about.ts';
import type { LiveState } from '../state/live-state.ts';

/** What the handlers of the calls about this copy need. */
export interface AboutHandlerDeps {
  readonly live: LiveState;
}

/** Handlers of the calls about this copy of the app. */
export function aboutHandlers({ live }: AboutHandlerDeps): AboutCalls {
  return {
    readAbout: async () =>
      ok({
        version: live.read().appVersion,
        electron: process.versions.electron ?? '',
        chromium: process.versions.chrome ?? '',
        node: process.versions.node,
        install: 'source',
        system: `${process.platform} ${release()} ${process.arch}`,
        dataFolder: '',
        policyFile: null,
      }),
    readLicenses: async () => ok(''),
    readReleaseNotes: async () => ok([]),
    dismissReleaseNotes: async () => {
      live.change({ updatedFrom: null });
      return done;
    },
  };
}
