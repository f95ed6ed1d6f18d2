import { basename } from 'node:path';
import { ok } from '../../contract/core/result.ts';
import type { JournalCalls } from '../../contract/journal.ts';
import type { AppState } from '../../contract/state.ts';
import { type FileDialogs, writeChosenFile } from '../files/chosen-file.ts';
import type { Journal } from './journal.ts';

/** What the handlers of the calls about the journal need. */
export interface JournalHandlerDeps {
  readonly journal: Journal;
  readonly files: FileDialogs;
  readonly live: { read(): Pick<AppState, 'language'> };
}

/** Handlers of the calls about the journal. */
export function journalHandlers({ journal, files, live }: JournalHandlerDeps): JournalCalls {
  return {
    readJournal: async ({ before, limit, ...filter }) => ok(await journal.readPage(filter, before, limit)),
    saveJournal: async (filter) => {
      const day = new Date().toISOString().slice(0, 10);
      const path = await files.save(`ffsm-journal-${day}.csv`, [{ name: 'CSV', extensions: ['csv'] }]);
      if (path === null) return ok(null);
      // Loaded on saving, since it brings the texts of all languages.
      const { journalCsv } = await import('./journal-csv.ts');
      const written = await writeChosenFile(
        path,
        journalCsv(await journal.readAll(filter), live.read().language),
      );
      return written.ok ? ok(basename(path)) : written;
    },
  };
}
