import MiniSearch from 'minisearch';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type SearchEntry, searchEntry } from '../../contract/search/filters.ts';
import { noSimilarWords, type SimilarWords } from '../../contract/search/matching.ts';
import type { Term } from '../../contract/search/query.ts';
import { isTypoOf, maxTypos } from '../../contract/search/typos.ts';
import type { Row } from '../../contract/state.ts';

interface Entered {
  readonly row: Row;
  readonly words: string;
}

/** An index of the words in use, for finding typos. */
export class WordIndex {
  readonly #index = new MiniSearch<{ readonly id: ProfileId; readonly words: string }>({
    fields: ['words'],
    tokenize: (words) => words.split(' '),
    processTerm: (word) => word,
  });
  readonly #entered = new Map<ProfileId, Entered>();
  readonly #known = new Map<string, SimilarWords>();
  #rows: readonly Row[] = [];

  /** Updates the index for these rows; only changed rows cost time. */
  follow(rows: readonly Row[]): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    const gone = new Set(this.#entered.keys());
    for (const row of rows) {
      gone.delete(row.profile.id);
      this.#enter(row);
    }
    for (const id of gone) this.#discard(id);
  }

  /** The known words that are similar to a typed one. */
  similar(term: Term): SimilarWords {
    if (maxTypos(term.joined) === 0) return noSimilarWords;
    const known = this.#known.get(term.joined);
    if (known !== undefined) return known;
    const near = {
      texts: this.#wordsLike(term.joined),
      sounds: this.#wordsLike(term.sound),
    };
    this.#known.set(term.joined, near);
    return near;
  }

  #wordsLike(typed: string): ReadonlySet<string> {
    // The index counts a swap as two edits, so it is always asked for two.
    const found = this.#index.search(typed, { fuzzy: 2, prefix: false });
    const words = new Set(found.flatMap(({ terms }) => terms));
    return new Set([...words].filter((word) => isTypoOf(typed, word)));
  }

  #enter(row: Row): void {
    const { id } = row.profile;
    const before = this.#entered.get(id);
    if (before?.row === row) return;
    const words = indexedWords(searchEntry(row));
    this.#entered.set(id, { row, words });
    if (before?.words === words) return;
    if (before !== undefined) this.#index.discard(id);
    this.#index.add({ id, words });
    this.#known.clear();
  }

  #discard(id: ProfileId): void {
    this.#index.discard(id);
    this.#entered.delete(id);
    this.#known.clear();
  }
}

function indexedWords({ name, tags, users }: SearchEntry): string {
  const tokens = [name, ...tags, ...users].flatMap((field) => field.tokens);
  return [...new Set(tokens.flatMap(({ text, phoneticKey }) => [text, phoneticKey]))].join(' ');
}
