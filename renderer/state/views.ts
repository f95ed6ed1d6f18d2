import type { EpochMs } from '../../contract/core/time.ts';
import { type Environment, environments } from '../../contract/profiles/profile.ts';
import { type RowStatus, sessionStatus } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { textOrder } from './text-order.ts';

/** A view of the list, by name. */
export type View =
  | 'all'
  | 'expiring'
  | 'problems'
  | 'logged-out'
  | 'favourites'
  | 'recent'
  | `environment:${Environment}`
  | `tag:${string}`;

/** What the views depend on besides the row. */
export interface FilterContext {
  readonly now: EpochMs;
  readonly expiringMs: number;
}

/** How long after its last use a profile counts as recent. */
const recentMs = 7 * 24 * 3_600_000;

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

/** Whether a row belongs to a view at the moment. */
export function isInView(row: Row, view: View, { now, expiringMs }: FilterContext): boolean {
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
    default:
      return view.startsWith('tag:')
        ? row.profile.tags.includes(view.slice('tag:'.length))
        : view === `environment:${row.profile.environment}`;
  }
}

const fixedViews: readonly View[] = ['all', 'expiring', 'problems', 'logged-out', 'favourites', 'recent'];

/** Whether these rows have a view of this name. */
export function isView(name: string, rows: readonly Row[]): name is View {
  return (
    fixedViews.some((view) => view === name) ||
    environments.some((environment) => name === `environment:${environment}`) ||
    rows.some(({ profile }) => profile.tags.some((tag) => name === `tag:${tag}`))
  );
}

/** A view with the number of its rows. */
export interface CountedView {
  readonly view: View;
  readonly count: number;
}

/** The views with their counts: the fixed ones, then the environments and tags in use. */
export interface CountedViews {
  readonly fixed: readonly CountedView[];
  readonly environments: readonly CountedView[];
  readonly tags: readonly CountedView[];
}

/** The views to offer: those with rows, "All", and the chosen one. */
export function shownViews(rows: readonly Row[], filterContext: FilterContext, chosen: View): CountedViews {
  const { fixed, environments, tags } = countViews(rows, filterContext);
  const isShown = ({ view, count }: CountedView): boolean => count > 0 || view === 'all' || view === chosen;
  return { fixed: fixed.filter(isShown), environments, tags };
}

/** Counts the rows of every view in one pass. */
export function countViews(rows: readonly Row[], filterContext: FilterContext): CountedViews {
  const counts = new Map<View, number>(fixedViews.map((view) => [view, 0]));
  const add = (view: View): void => void counts.set(view, (counts.get(view) ?? 0) + 1);
  for (const row of rows) {
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
    fixed: fixedViews.map(counted),
    // If no server has an environment, "None" would be the same as "All".
    environments: known.some((view) => view !== 'environment:none') ? known.map(counted) : [],
    tags: tags.toSorted(textOrder()).map(counted),
  };
}
