import type { Environment } from '../../contract/profiles/profile.ts';
import type { RowStatus } from '../../contract/sessions/session.ts';
import { expiringSpanMs, type Language } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { loadEnglish, loadedTexts } from '../i18n/language.ts';
import { useAppState } from '../state/app-state.ts';
import type { MirroredState } from '../state/apply-change.ts';
import type { StatusNames } from './filters.ts';
import { findHighlights, type Highlights, noHighlights } from './highlights.ts';
import { type PreparedSearch, prepareSearch, type Ranks, rankRows, type SearchContext } from './ranking.ts';
import { WordIndex } from './word-index.ts';

const index = new WordIndex();

/** Ranks those of some rows that a search finds. The words in use are read at the first search for a longer one. */
export function findRows(rows: readonly Row[], search: string): Ranks {
  return rankRows(rows, prepareSearch(search, searchContext(useAppState.getState())));
}

/** The parts of a row that a search has met. */
export function highlightsFor(row: Row, search: string): Highlights {
  return search.trim() === '' ? noHighlights : findHighlights(row, preparedSearch(search));
}

let last: {
  readonly search: string;
  readonly mirror: MirroredState;
  readonly prepared: PreparedSearch;
} | null = null;

// All rows in sight ask for the same search.
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

/** The names of states and environments in the language of the window and in English. */
function statusNamesIn(language: Language): StatusNames {
  // Not part of the page: it is loaded by now in an English window, and a moment after the first key in another.
  void loadEnglish();
  const languages = [...new Set([language, 'en'] as const)]
    .map((one) => loadedTexts(one) as Names | undefined)
    .filter((names) => names !== undefined);
  return {
    statuses: languages.map(({ standings }) => labels(standings)),
    environments: languages.map(({ window }) => window.environment),
  };
}

interface Names {
  readonly standings: { readonly [Name in RowStatus]: { readonly word: string } };
  readonly window: { readonly environment: { readonly [Name in Environment]: string } };
}

function labels(names: Names['standings']): StatusNames['statuses'][number] {
  return Object.fromEntries(
    Object.entries(names).map(([standing, { word }]) => [standing, word]),
  ) as StatusNames['statuses'][number];
}
