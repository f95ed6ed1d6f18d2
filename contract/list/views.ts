import type { EpochMs } from '../core/time.ts';
import type { CountedView, CountedViews, View } from '../list-outline.ts';
import { environments } from '../profiles/profile.ts';
import { type RowStatus, sessionStatus } from '../sessions/session.ts';
import type { Row } from '../state.ts';
import { textOrder } from './text-order.ts';

/** What the views depend on besides the row. */
export interface FilterContext {
  readonly now: EpochMs;
  readonly expiringMs: number;
}

/** How long after its last use a profile counts as recent. */
export const recentMs = 7 * 24 * 3_600_000;

const problems: ReadonlySet<RowStatus> = new Set<RowStatus>([
  'expired',
  'refused',
  'blocked',
  'licence',
  'unreachable',
  'certificate-changed',
  'uncertain',
  'unreadable',
]);

/** Whether a row belongs to a view at the moment; a hidden one only to "Hidden". */
export function isInView(row: Row, view: View, filterContext: FilterContext): boolean {
  return (view === 'hidden' || !row.profile.hidden) && meetsView(row, view, filterContext);
}

/** Whether a row has what a view shows, hidden or not. */
export function meetsView(row: Row, view: View, { now, expiringMs }: FilterContext): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'expiring':
      return sessionStatus(row.session, now, expiringMs) === 'expiring';
    case 'problems':
      return row.endings.length > 0 || problems.has(sessionStatus(row.session, now, expiringMs));
    case 'logged-out':
      return row.session.phase === 'logged-out';
    case 'favourites':
      return row.profile.favourite;
    case 'recent':
      return row.lastUsedAt !== null && now - row.lastUsedAt < recentMs;
    case 'hidden':
      return row.profile.hidden === true;
    default:
      return view.startsWith('tag:')
        ? row.profile.tags.includes(view.slice('tag:'.length))
        : view === `environment:${row.profile.environment}`;
  }
}

const fixedViews: readonly View[] = ['all', 'expiring', 'problems', 'logged-out', 'favourites', 'recent'];

/** The rows that are not hidden. */
export function unhidden(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ profile }) => !profile.hidden);
}

/** How many rows are hidden, or are not. */
export function countHidden(rows: readonly Row[], hidden: boolean): number {
  let count = 0;
  for (const { profile } of rows) if ((profile.hidden === true) === hidden) count += 1;
  return count;
}

/** Whether these rows have a view of this name. */
export function isView(name: string, rows: readonly Row[]): name is View {
  if (name === 'hidden') return countHidden(rows, true) > 0;
  return (
    fixedViews.some((view) => view === name) ||
    environments.some((environment) => name === `environment:${environment}`) ||
    rows.some(({ profile }) => profile.tags.some((tag) => name === `tag:${tag}`))
  );
}

/** The views to go to: those with rows, "All", and the chosen one. */
export function shownViews(rows: readonly Row[], filterContext: FilterContext, chosen: View): CountedViews {
  const { fixed, environments, tags } = countViews(rows, filterContext, chosen);
  const isShown = ({ view, count }: CountedView): boolean => count > 0 || view === 'all' || view === chosen;
  return { fixed: fixed.filter(isShown), environments, tags };
}

/** Counts the rows of every view in one pass. "Hidden" is among them if it has rows or is the chosen one. */
export function countViews(
  rows: readonly Row[],
  filterContext: FilterContext,
  chosen: View = 'all',
): CountedViews {
  const inView = unhidden(rows);
  const hidden = { view: 'hidden', count: countHidden(rows, true) } as const;
  const counts = new Map<View, number>(fixedViews.map((view) => [view, 0]));
  const add = (view: View): void => void counts.set(view, (counts.get(view) ?? 0) + 1);
  for (const row of inView) {
    for (const view of fixedViews) if (isInView(row, view, filterContext)) add(view);
    add(`environment:${row.profile.environment}`);
    for (const tag of row.profile.tags) add(`tag:${tag}`);
  }
  const counted = (view: View): CountedView => ({ view, count: counts.get(view) ?? 0 });
  const tags = [...counts.keys()].filter((view) => view.startsWith('tag:'));
  const known = environments
    .toReversed()
    .map((environment): View => `environment:${environment}`)
    .filter((view) => counts.has(view));
  return {
    fixed: [...fixedViews.map(counted), ...(hidden.count > 0 || chosen === 'hidden' ? [hidden] : [])],
    // If no server has an environment, "None" would be the same as "All".
    environments: known.some((view) => view !== 'environment:none') ? known.map(counted) : [],
    tags: tags.toSorted(textOrder()).map(counted),
  };
}
