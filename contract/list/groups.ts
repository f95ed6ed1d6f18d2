import type { Grouping } from '../layout.ts';
import type { ListGroup } from '../list-outline.ts';
import { type Environment, environments } from '../profiles/profile.ts';
import type { Row } from '../state.ts';
import { textOrder } from './text-order.ts';

/** What a row is grouped by: its environment, or the first of its tags. Every row is in one group. */
function groupKey({ profile }: Row, grouping: Grouping): string {
  return grouping === 'environment' ? profile.environment : (profile.tags[0] ?? '');
}

/** The rows sorted by group, those of a group in the order they had; and the groups. */
export function groupRows(
  rows: readonly Row[],
  grouping: Grouping,
): { readonly rows: readonly Row[]; readonly groups: readonly ListGroup[] } {
  if (grouping === 'none') return { rows, groups: [] };
  const members = new Map<string, Row[]>();
  for (const row of rows) {
    const key = groupKey(row, grouping);
    const known = members.get(key);
    if (known === undefined) members.set(key, [row]);
    else known.push(row);
  }
  const keys = [...members.keys()].toSorted(grouping === 'environment' ? byEnvironment : byTag());
  let first = 0;
  const groups = keys.map((key) => {
    const count = members.get(key)?.length ?? 0;
    const group = { key, first, count };
    first += count;
    return group;
  });
  return { rows: keys.flatMap((key) => members.get(key) ?? []), groups };
}

/** Production first, as in the views. */
function byEnvironment(one: string, other: string): number {
  const place = (key: string): number => environments.indexOf(key as Environment);
  return place(other) - place(one);
}

/** By name; rows without a tag last. */
function byTag(): (one: string, other: string) => number {
  const compare = textOrder();
  return (one, other) => Number(one === '') - Number(other === '') || compare(one, other);
}
