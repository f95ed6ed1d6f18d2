import { basename } from 'node:path';
import { ok } from '../../contract/core/result.ts';
import type { JournalCalls } from '../../contract/journal.ts';
import type { AppState } from '../../contract/state.ts';
import { type FileDialogs, writeChosenFile } from '../files/chosen-file.ts';
import { loadTexts } from '../i18n/load-texts.ts';
import type { ShownNames } from '../presentation/shown-names.ts';
import type { Journal } from './journal.ts';
import { journalCsv } from './journal-csv.ts';

/** What the handlers of the calls about the journal need. */
export interface JournalHandlerDeps {
  readonly journal: Journal;
  readonly files: FileDialogs;
  readonly presentation: Pick<ShownNames, 'entry'>;
  readonly live: { read(): Pick<AppState, 'language'> };
}

/** Handlers of the calls about the journal. */
export function journalHandlers({ journal, files, presentation, live }: JournalHandlerDeps): JournalCalls {
  return {
    readJournal: async ({ before, limit, ...filter }) =>
      ok(await journal.readPage(filter, before, limit, (names) => presentation.entry(names))),
    saveJournal: async (filter) => {
      const day = new Date().toISOString().slice(0, 10);
      const path = await files.save(`ffsm-journal-${day}.csv`, [{ name: 'CSV', extensions: ['csv'] }]);
      if (path === null) return ok(null);
      const t = await loadTexts(live.read().language, 'journal');
      const written = await writeChosenFile(path, journalCsv(t, await journal.readAll(filter)));
      return written.ok ? ok(basename(path)) : written;
    },
  };
}
