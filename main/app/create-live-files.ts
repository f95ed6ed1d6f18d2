import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { LiveFiles } from '../live-files/live-files.ts';
import type { AppDeps } from './app-deps.ts';
import type { SecretLayer } from './create-secret-parts.ts';

/** Creates the live files when there are some, or when the first one is added. */
export function createLiveFiles({ folder, showInFolder, web }: AppDeps, lower: SecretLayer) {
  let made: Promise<LiveFiles> | null = null;
  const create = async () => {
    const [{ LiveFiles }, { liveFilesFormat }] = await Promise.all([
      import('../live-files/live-files.ts'),
      import('../live-files/live-files-format.ts'),
    ]);
    const store = lower.liveFilesFile(liveFilesFormat);
    return new LiveFiles({
      ...lower,
      folder,
      store,
      showInFolder,
      showMainWindow: () => web.showMainWindow(),
    });
  };
  const liveFiles = async () => {
    made ??= create();
    const files = await made;
    await files.open();
    return files;
  };
  return {
    liveFiles,
    /** Opens those of earlier runs, if there are any. */
    openLiveFiles: async () => {
      const names = ['live-files.json', 'live-files.json.bak'];
      const found = await Promise.all(
        names.map((name) =>
          access(join(folder, name)).then(
            () => true,
            () => false,
          ),
        ),
      );
      if (found.includes(true)) await liveFiles();
    },
    closeLiveFiles: async () => (await made)?.close(),
  };
}
