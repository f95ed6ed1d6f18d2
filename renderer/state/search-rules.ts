import type { Row } from '../../contract/state.ts';

const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const cyrillicKeys = 'йцукенгшщзхъфывапролджэячсмитьбюё';

const toCyrillic = new Map([...latinKeys].map((key, index) => [key, cyrillicKeys.charAt(index)]));
const toLatin = new Map([...cyrillicKeys].map((key, index) => [key, latinKeys.charAt(index)]));

/** A text as search compares it: without case, accents and outer blanks. */
export function normalise(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** What was searched for, as the words to find; more than one way to read it when a keyboard layout was forgotten. */
export function readingsOf(search: string): readonly (readonly string[])[] {
  const typed = search.toLowerCase();
  const readings = new Set([typed, retype(typed, toCyrillic), retype(typed, toLatin)].map(normalise));
  return [...readings].map((reading) => reading.split(/\s+/).filter((word) => word !== ''));
}

function retype(text: string, layout: ReadonlyMap<string, string>): string {
  return [...text].map((key) => layout.get(key) ?? key).join('');
}

const texts = new WeakMap<Row, string>();

/** Does every word of one of the readings occur in the row's name, address, user or tags? */
export function isFound(row: Row, readings: readonly (readonly string[])[]): boolean {
  const text = texts.get(row) ?? remembered(row);
  return readings.some((words) => words.every((word) => text.includes(word)));
}

// Kept as long as the row is: typing must not put the fleet's texts together again for each key.
function remembered(row: Row): string {
  const text = searchText(row);
  texts.set(row, text);
  return text;
}

function searchText(row: Row): string {
  const { name, address, userName, tags } = row.profile;
  const parts = [name, address.origin + address.basePath, userName, row.user?.realName ?? '', ...tags];
  return normalise(parts.join('\n'));
}
