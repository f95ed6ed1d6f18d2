import type { LiveFileCalls } from '../../contract/sessions/live-files.ts';
import type { LiveFiles } from './live-files.ts';

/** What the handlers of the calls about live files need. */
export interface LiveFileHandlerDeps {
  /** Loaded when the first one is wanted. */
  readonly liveFiles: () => Promise<LiveFiles>;
}

/** Handlers of the calls about live files. */
export function liveFileHandlers({ liveFiles }: LiveFileHandlerDeps): LiveFileCalls {
  return {
    addLiveFile: async (request) => (await liveFiles()).add(request),
    lookAtLiveFiles: async (request) => (await liveFiles()).look(request),
    mendLiveFile: async ({ fileId }) => (await liveFiles()).mend(fileId),
    showLiveFile: async ({ fileId }) => (await liveFiles()).showInFolder(fileId),
    removeLiveFile: async ({ fileId }) => (await liveFiles()).remove(fileId),
  };
}
