import type { JournalFacts } from '../../contract/journal.ts';

/** What of handing over is noted in the journal. */
export interface HandOverJournal {
  note<What extends 'exported' | 'backed-up' | 'imported'>(
    what: What,
    about: null,
    facts: JournalFacts[What],
  ): void;
}
