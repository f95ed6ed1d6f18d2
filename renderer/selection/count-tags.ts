import type { Row } from '../../contract/state.ts';

/** The tags of these rows, each with the number of rows that have it, by name. */
export function countTags(rows: readonly Row[], language: string): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { profile } of rows) for (const tag of profile.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const order = new Intl.Collator(language, { numeric: true });
  return [...counts].toSorted(([one], [other]) => order.compare(one, other));
}
