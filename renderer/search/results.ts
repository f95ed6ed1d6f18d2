import type { Environment } from '../../contract/profiles/profile.ts';
import type { Standing } from '../../contract/sessions/session.ts';
import { expiringSpanMs, type Language } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { learnEnglish, textsOf } from '../i18n/language.ts';
import { useAppState } from '../state/app-state.ts';
import type { Mirror } from '../state/apply-change.ts';
import type { StateWords } from './filters.ts';
import { type Marks, marksIn, noMarks } from './highlights.ts';
import { type Prepared, prepare, type Ranks, rank, type SearchContext } from './ranking.ts';
import { WordIndex } from './word-index.ts';

const index = new WordIndex();

/** Ranks those of some rows that a search finds. The words in use are read at the first search for a longer one. */
export function findRows(rows: readonly Row[], search: string): Ranks {
  return rank(rows, prepare(search, contextOf(useAppState.getState())));
}

/** The parts of a row that a search has met. */
export function marksOf(row: Row, search: string): Marks {
  return search.trim() === '' ? noMarks : marksIn(row, preparedFor(search));
}

let last: { readonly search: string; readonly mirror: Mirror; readonly prepared: Prepared } | null = null;

// All rows in sight ask for the same search.
function preparedFor(search: string): Prepared {
  const mirror = useAppState.getState();
  if (last?.search !== search || last.mirror !== mirror)
    last = { search, mirror, prepared: prepare(search, contextOf(mirror)) };
  return last.prepared;
}

function contextOf({ rows, settings, language }: Mirror): SearchContext {
  return {
    circumstances: { now: Date.now(), expiringMs: expiringSpanMs(settings) },
    words: wordsIn(language),
    near: (term) => {
      index.follow(rows);
      return index.near(term);
    },
  };
}

/** The names of states and environments in the language of the window and in English. */
function wordsIn(language: Language): StateWords {
  // Not part of the page: it is loaded by now in an English window, and a moment after the first key in another.
  void learnEnglish();
  const languages = [...new Set([language, 'en'] as const)]
    .map((one) => textsOf(one) as Names | undefined)
    .filter((names) => names !== undefined);
  return {
    standings: languages.map(({ standings }) => wordsOf(standings)),
    environments: languages.map(({ window }) => window.environment),
  };
}

interface Names {
  readonly standings: { readonly [Name in Standing]: { readonly word: string } };
  readonly window: { readonly environment: { readonly [Name in Environment]: string } };
}

function wordsOf(names: Names['standings']): StateWords['standings'][number] {
  return Object.fromEntries(
    Object.entries(names).map(([standing, { word }]) => [standing, word]),
  ) as StateWords['standings'][number];
}
