import { type Environment, environments, shortAddress } from '../../contract/profiles/profile.ts';
import { rowStanding, type Standing } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { belongsTo, type Circumstances, type View } from '../state/views.ts';
import { type Field, fieldOf, normalise } from './normalize.ts';
import type { Filter } from './query.ts';
import { environmentNames, stateNames } from './state-names.ts';

/** What is compared of a row; put together once for each row. */
export interface Entry {
  readonly name: Field;
  /** The name with its punctuation. */
  readonly spelt: string;
  readonly tags: readonly Field[];
  readonly users: readonly Field[];
  /** In small letters, without `https://`. */
  readonly address: string;
}

const entries = new WeakMap<Row, Entry>();

/** The texts of a row as search compares them. */
export function entryOf(row: Row): Entry {
  const known = entries.get(row);
  if (known !== undefined) return known;
  const { name, tags, userName, address } = row.profile;
  const users = [userName, row.user?.realName ?? ''].filter((text) => text !== '');
  const entry = {
    name: fieldOf(name),
    spelt: normalise(name),
    tags: tags.map(fieldOf),
    users: users.map(fieldOf),
    address: shortAddress(address).toLowerCase(),
  };
  entries.set(row, entry);
  return entry;
}

/** What states and environments are called, in each language that a search may be in. */
export interface StateWords {
  readonly standings: readonly { readonly [Name in Standing]: string }[];
  readonly environments: readonly { readonly [Name in Environment]: string }[];
}

/** What can be said of a row beside its texts. */
export type Meaning =
  | { readonly standing: Standing }
  | { readonly environment: Environment }
  | { readonly view: View };

const shortestState = 4;

/** The states and environments whose names a word begins. */
export function meaningsOf(word: string, words: StateWords): readonly Meaning[] {
  const isMeant = (name: string): boolean =>
    fieldOf(name).tokens.some(
      ({ text }) => text === word || (word.length >= shortestState && text.startsWith(word)),
    );
  return meaningsBy(isMeant, words);
}

function meaningsBy(isMeant: (name: string) => boolean, words: StateWords): readonly Meaning[] {
  const standings = words.standings.flatMap((names) =>
    Object.entries(names)
      .filter(([, name]) => isMeant(withoutGaps(name)))
      .map(([standing]) => ({ standing: standing as Standing })),
  );
  const places = words.environments.flatMap((names) =>
    environments
      .filter((environment) => environment !== 'none' && isMeant(names[environment]))
      .map((environment) => ({ environment })),
  );
  return [...standings, ...places];
}

const withoutGaps = (name: string): string => name.replace(/\{\{.*?\}\}/g, '');

/** Is one of these true of a row at this moment? */
export function isTrueOf(row: Row, meanings: readonly Meaning[], circumstances: Circumstances): boolean {
  if (meanings.length === 0) return false;
  const standing = rowStanding(row, circumstances.now, circumstances.expiringMs);
  return meanings.some((meaning) => {
    if ('standing' in meaning) return meaning.standing === standing;
    if ('environment' in meaning) return meaning.environment === row.profile.environment;
    return belongsTo(row, meaning.view, circumstances);
  });
}

const viewNames: readonly (readonly [View, readonly string[]])[] = [
  ['favourites', ['favorite', 'favourite', 'starred', 'избранное', 'favorito']],
  ['problems', ['problem', 'problems', 'проблема', 'problema']],
  ['expiring', ['expiring', 'истекает', 'porcaducar']],
  ['recent', ['recent', 'недавний', 'reciente']],
];

/** A row passes if every filter is true of it; a value that nothing is called by lets none pass. */
export function filterBy(
  filters: readonly Filter[],
  words: StateWords,
  circumstances: Circumstances,
): (row: Row) => boolean {
  const finished = filters.filter(({ value }) => value !== '');
  const tests = finished.map(({ key, value }): ((row: Row) => boolean) => {
    const begins = (text: string): boolean => fieldOf(text).joined.startsWith(value);
    if (key === 'tag') return (row) => row.profile.tags.some(begins);
    if (key === 'user') return (row) => entryOf(row).users.some((field) => holdsStart(field, value));
    if (key === 'environment') {
      const called = environments.filter(
        (environment) =>
          [environment, ...environmentNames[environment]].some(begins) ||
          words.environments.some((names) => begins(names[environment])),
      );
      return (row) => called.includes(row.profile.environment);
    }
    const meanings = [
      ...meaningsBy(begins, words),
      ...stateNames.flatMap(([standings, names]) =>
        names.some(begins) ? standings.map((standing) => ({ standing })) : [],
      ),
      ...environments
        .filter((environment) => environmentNames[environment].some(begins))
        .map((environment) => ({ environment })),
      ...viewNames.filter(([, names]) => names.some(begins)).map(([view]) => ({ view })),
    ];
    return (row) => isTrueOf(row, meanings, circumstances);
  });
  return (row) => tests.every((passes) => passes(row));
}

function holdsStart({ joined, starts }: Field, value: string): boolean {
  return starts.some((start) => joined.startsWith(value, start));
}
