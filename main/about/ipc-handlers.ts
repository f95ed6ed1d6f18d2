import { readFile } from 'node:fs/promises';
import { release } from 'node:os';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { About, AboutCalls } from '../../contract/installation/about.ts';
import { runtimeFacts } from '../diagnostics/runtime-facts.ts';
import type { LiveState } from '../state/live-state.ts';

/** Where this copy of the app is, and what belongs to it. */
export interface ThisCopy extends Pick<About, 'dataFolder' | 'policyFile'> {
  readonly install: () => About['install'];
  /** The paths of the changelog and of the licenses. */
  readonly changelog: string;
  readonly licenses: string;
}

/** What the handlers of the calls about this copy need. */
export interface AboutHandlerDeps {
  readonly live: LiveState;
  readonly thisCopy: ThisCopy;
}

/** Handlers of the calls about this copy of the app. */
export function aboutHandlers({ live, thisCopy }: AboutHandlerDeps): AboutCalls {
  const { dataFolder, policyFile, install, changelog, licenses } = thisCopy;
  return {
    readAbout: async () => {
      const { electron, chromium, node, platform, arch } = runtimeFacts();
      const system = `${platform} ${release()}, ${arch}`;
      const { appVersion: version } = live.read();
      return ok({ version, electron, chromium, node, install: install(), system, dataFolder, policyFile });
    },
    readLicenses: () => readText(licenses),
    readReleaseNotes: async () => {
      const text = await readText(changelog);
      if (!text.ok) return text;
      const { releaseNotes } = await import('./release-notes.ts');
      const { appVersion, updatedFrom } = live.read();
      return ok(releaseNotes(text.value, appVersion, updatedFrom));
    },
    dismissReleaseNotes: async () => {
      live.change({ updatedFrom: null });
      return done;
    },
  };
}

function readText(path: string): Promise<Result<string>> {
  return readFile(path, 'utf8').then(ok, () => fail({ code: 'import-not-read', file: path }));
}
