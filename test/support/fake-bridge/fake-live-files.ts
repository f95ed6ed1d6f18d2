import { done, fail, ok } from '../../../contract/core/result.ts';
import type { LiveFile, LiveFileCalls } from '../../../contract/sessions/live-files.ts';

/** The calls about live files: a person chooses the same place every time and confirms it, and nothing is written. */
export function fakeLiveFiles(
  present: () => readonly LiveFile[],
  show: (files: readonly LiveFile[]) => void,
): LiveFileCalls {
  let added = 0;
  const change = (id: string, part: Partial<LiveFile>) =>
    show(present().map((file) => (file.id === id ? { ...file, ...part } : file)));
  return {
    async addLiveFile({ profileId, kind, format }) {
      const path = `/home/ann/project/${format}-${added}.txt`;
      if (present().length >= 16) return fail({ code: 'too-many-live-files' });
      added += 1;
      const id = added.toString(16).padStart(12, '0');
      show([...present(), { id, profileId, kind, format, path, state: { kind: 'ready' }, lastRead: null }]);
      return ok(true);
    },
    lookAtLiveFiles: async () => done,
    async mendLiveFile({ fileId }) {
      change(fileId, { state: { kind: 'ready' } });
      return done;
    },
    showLiveFile: async () => done,
    async removeLiveFile({ fileId }) {
      show(present().filter(({ id }) => id !== fileId));
      return done;
    },
  };
}
