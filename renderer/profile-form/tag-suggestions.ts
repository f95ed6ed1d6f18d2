import type { Row } from '../../contract/state.ts';

/** More would be a list to read instead of one to choose from. */
const most = 6;

const fold = (text: string): string => text.trim().toLocaleLowerCase();

/** The tags of all servers, those of most servers first. */
export function knownTags(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, { readonly tag: string; count: number }>();
  for (const { profile } of rows)
    for (const tag of profile.tags) {
      const known = counts.get(fold(tag));
      if (known === undefined) counts.set(fold(tag), { tag, count: 1 });
      else known.count += 1;
    }
  return [...counts.values()].toSorted((one, other) => other.count - one.count).map(({ tag }) => tag);
}

/**
 * The known tags that contain the last of these tags, which is being typed; those that start with it come first. None
 * for an empty one, and none that is typed already.
 */
export function tagSuggestions(typed: string, known: readonly string[]): readonly string[] {
  const parts = typed.split(',').map(fold);
  const last = parts.pop() ?? '';
  if (last === '') return [];
  const fitting = known.filter((tag) => fold(tag).includes(last) && !parts.includes(fold(tag)));
  const isWhole = fitting.some((tag) => fold(tag) === last);
  if (isWhole && fitting.length === 1) return [];
  const starting = fitting.filter((tag) => fold(tag).startsWith(last));
  return [...starting, ...fitting.filter((tag) => !starting.includes(tag))].slice(0, most);
}

/** The text of the field once a tag is chosen instead of the one that is being typed, ready for the next one. */
export function withTag(typed: string, tag: string): string {
  const before = typed
    .split(',')
    .slice(0, -1)
    .map((part) => part.trim());
  return `${[...before, tag].join(', ')}, `;
}
