import { type FilterContext, meetsView } from '../list/views.ts';
import type { View } from '../list-outline.ts';
import { type Environment, environments, shortAddress } from '../profiles/profile.ts';
import { type RowStatus, rowStatus } from '../sessions/session.ts';
import type { Row } from '../state.ts';
import { normalize, type SearchText, toSearchText } from './normalize.ts';
import { type Filter, parseQuery } from './query.ts';
import { environmentNames, stateNames } from './state-names.ts';

/** The searchable texts of a row; computed once per row. */
export interface SearchEntry {
  readonly name: SearchText;
  /** The name with punctuation. */
  readonly normalizedName: string;
  readonly tags: readonly SearchText[];
  readonly users: readonly SearchText[];
  /** Split on the first search that looks there. */
  readonly notes: () => SearchText | null;
  /** In lower case, without `https://`. */
  readonly address: string;
}

const entries = new WeakMap<Row, SearchEntry>();

/** The searchable texts of a row. */
export function searchEntry(row: Row): SearchEntry {
  const known = entries.get(row);
  if (known !== undefined) return known;
  const { name, tags, userName, address, notes } = row.profile;
  const users = [userName, row.user?.realName ?? ''].filter((text) => text !== '');
  const entry = {
    name: toSearchText(name),
    normalizedName: normalize(name),
    tags: tags.map(sharedSearchText),
    users: users.map(sharedSearchText),
    notes: notes === undefined ? noNotes : once(() => toSearchText(notes)),
    address: shortAddress(address).toLowerCase(),
  };
  entries.set(row, entry);
  return entry;
}

const noNotes = (): null => null;

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const sharedTexts = new Map<string, SearchText>();
const maxSharedTexts = 20_000;

/** Tags and user names recur in many rows; equal ones are split once and are the same object. */
function sharedSearchText(text: string): SearchText {
  const known = sharedTexts.get(text);
  if (known !== undefined) return known;
  if (sharedTexts.size >= maxSharedTexts) sharedTexts.clear();
  const split = toSearchText(text);
  sharedTexts.set(text, split);
  return split;
}

/** The names of statuses and environments in the languages of the search. */
export interface StatusNames {
  readonly statuses: readonly { readonly [Name in RowStatus]: string }[];
  readonly environments: readonly { readonly [Name in Environment]: string }[];
}

/** A property of a row that is not text. */
export type Condition =
  | { readonly status: RowStatus }
  | { readonly environment: Environment }
  | { readonly view: View };

const minPrefixLength = 4;

/** The statuses and environments whose names start with a word. */
export function conditionsFor(word: string, words: StatusNames): readonly Condition[] {
  const isMeant = (name: string): boolean =>
    toSearchText(name).tokens.some(
      ({ text }) => text === word || (word.length >= minPrefixLength && text.startsWith(word)),
    );
  return findConditions(isMeant, words);
}

function findConditions(isMeant: (name: string) => boolean, words: StatusNames): readonly Condition[] {
  const standings = words.statuses.flatMap((names) =>
    Object.entries(names)
      .filter(([, name]) => isMeant(withoutPlaceholders(name)))
      .map(([standing]) => ({ status: standing as RowStatus })),
  );
  const places = words.environments.flatMap((names) =>
    environments
      .filter((environment) => environment !== 'none' && isMeant(names[environment]))
      .map((environment) => ({ environment })),
  );
  return [...standings, ...places];
}

const withoutPlaceholders = (name: string): string => name.replace(/\{\{.*?\}\}/g, '');

/** Whether a row has one of these properties. */
export function meetsAny(row: Row, meanings: readonly Condition[], filterContext: FilterContext): boolean {
  if (meanings.length === 0) return false;
  const status = rowStatus(row, filterContext.now, filterContext.expiringMs);
  return meanings.some((meaning) => {
    if ('status' in meaning) return meaning.status === status;
    if ('environment' in meaning) return meaning.environment === row.profile.environment;
    return meetsView(row, meaning.view, filterContext);
  });
}

const hiddenNames = ['hidden', 'скрыт', 'скрытый', 'скрытые', 'oculto', 'ocultos'];

const viewNames: readonly (readonly [View, readonly string[]])[] = [
  ['favourites', ['favorite', 'favourite', 'starred', 'избранное', 'favorito']],
  ['problems', ['problem', 'problems', 'проблема', 'problema']],
  ['expiring', ['expiring', 'истекает', 'porcaducar']],
  ['recent', ['recent', 'недавний', 'reciente']],
  ['hidden', hiddenNames],
];

/** Whether a search is for hidden servers, which others leave out. */
export function asksForHidden(search: string): boolean {
  return parseQuery(search).filters.some(
    ({ key, value }) =>
      key === 'is' && value !== '' && hiddenNames.some((name) => toSearchText(name).joined.startsWith(value)),
  );
}

/** A predicate for the filters: a row has to pass all of them; an unknown value matches nothing. */
export function createFilter(
  filters: readonly Filter[],
  words: StatusNames,
  filterContext: FilterContext,
): (row: Row) => boolean {
  const finished = filters.filter(({ value }) => value !== '');
  const tests = finished.map(({ key, value }): ((row: Row) => boolean) => {
    const begins = (text: string): boolean => toSearchText(text).joined.startsWith(value);
    if (key === 'tag') return (row) => row.profile.tags.some(begins);
    if (key === 'user') return (row) => searchEntry(row).users.some((field) => hasWordStart(field, value));
    if (key === 'environment') {
      const called = environments.filter(
        (environment) =>
          [environment, ...environmentNames[environment]].some(begins) ||
          words.environments.some((names) => begins(names[environment])),
      );
      return (row) => called.includes(row.profile.environment);
    }
    const meanings = [
      ...findConditions(begins, words),
      ...stateNames.flatMap(([standings, names]) =>
        names.some(begins) ? standings.map((status) => ({ status })) : [],
      ),
      ...environments
        .filter((environment) => environmentNames[environment].some(begins))
        .map((environment) => ({ environment })),
      ...viewNames.filter(([, names]) => names.some(begins)).map(([view]) => ({ view })),
    ];
    return (row) => meetsAny(row, meanings, filterContext);
  });
  return (row) => tests.every((passes) => passes(row));
}

function hasWordStart({ joined, starts }: SearchText, value: string): boolean {
  return starts.some((start) => joined.startsWith(value, start));
}
