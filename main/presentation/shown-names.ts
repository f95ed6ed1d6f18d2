import type { JournalEntry } from '../../contract/journal.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';

/** What an entry of the journal is found by. */
export type EntryNames = Pick<JournalEntry, 'profileId' | 'name' | 'userName' | 'host'>;

/** Names as they may be shown: true ones, or placeholders in presentation mode. */
export interface ShownNames {
  profile(profile: Profile): Profile;
  row(row: Row): Row;
  entry(names: EntryNames): EntryNames;
  /** A path, a link or another text that may hold anything. */
  text(text: string): string;
}
