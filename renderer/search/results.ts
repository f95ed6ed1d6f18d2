import type { StatusNames } from '../../contract/search/filters.ts';
import { findHighlights, type Highlights, noHighlights } from '../../contract/search/highlights.ts';
import {
  type FoundRow,
  type PreparedSearch,
  prepareSearch,
  rankRows,
  type SearchContext,
} from '../../contract/search/ranking.ts';
import { expiringSpanMs, type Language } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import type { Texts } from '../../contract/texts.ts';
import { loadEnglish, loadedTexts } from '../i18n/language.ts';
import { useAppState } from '../state/app-state.ts';
import type { MirroredState } from '../state/apply-change.ts';
import { WordIndex } from './word-index.ts';

const index = new WordIndex();

/** The rows that a search finds, in their order, with their ranks. The word index is built on the first search for a longer word. */
export function findRows(rows: readonly Row[], search: string): readonly FoundRow[] {
  return rankRows(rows, prepareSearch(search, searchContext(useAppState.getState())));
}

/** The matched parts of a row. */
export function highlightsFor(row: Row, search: string): Highlights {
  return search.trim() === '' ? noHighlights : findHighlights(row, preparedSearch(search));
}

let last: {
  readonly search: string;
  readonly mirror: MirroredState;
  readonly prepared: PreparedSearch;
} | null = null;

// All visible rows ask for the same query.
function preparedSearch(search: string): PreparedSearch {
  const mirror = useAppState.getState();
  if (last?.search !== search || last.mirror !== mirror)
    last = { search, mirror, prepared: prepareSearch(search, searchContext(mirror)) };
  return last.prepared;
}

function searchContext({ rows, settings, language }: MirroredState): SearchContext {
  return {
    filterContext: { now: Date.now(), expiringMs: expiringSpanMs(settings) },
    statusNames: statusNamesIn(language),
    findSimilar: (term) => {
      index.follow(rows);
      return index.similar(term);
    },
  };
}

/** The names of statuses and environments in the language of the window and in English. */
function statusNamesIn(language: Language): StatusNames {
  // Loaded on demand; in a window of another language it arrives a moment after the first key.
  void loadEnglish();
  const languages = [...new Set([language, 'en'] as const)];
  return {
    statuses: languages.flatMap((one) => statusWords(loadedTexts(one, 'servers')?.status)),
    environments: languages.flatMap((one) => loadedTexts(one, 'window')?.environment ?? []),
  };
}

function statusWords(texts: Texts['servers']['status'] | undefined): StatusNames['statuses'] {
  if (texts === undefined) return [];
  const words = Object.entries(texts).map(([status, { word }]) => [status, word]);
  return [Object.fromEntries(words) as StatusNames['statuses'][number]];
}
