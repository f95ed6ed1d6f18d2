import { keptFiles } from '../../contract/journal.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log/log.ts';
import type { LiveState } from '../state/live-state.ts';

/** Logs changes of the token storage and of the saved files, without names. */
export function logState(live: LiveState, log: Log, journal: Pick<Journal, 'note'>): void {
  const told = new Set<string>();
  live.watch(({ storage, notices }) => {
    if (storage)
      log('storage', { kind: storage.kind, ...('reason' in storage ? { reason: storage.reason } : {}) });
    for (const notice of notices ?? []) {
      if (told.has(notice.id)) continue;
      told.add(notice.id);
      if (!('file' in notice)) {
        log(notice.code, { count: notice.count });
        continue;
      }
      log(notice.code, { file: notice.file });
      const file = keptFiles.find((name) => name === notice.file);
      if (file && isRestored(notice.code)) journal.note('file-restored', null, { file });
    }
  });
}

const isRestored = (code: string): boolean => code === 'file-restored' || code === 'file-rolled-back';
