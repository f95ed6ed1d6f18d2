import type { EpochMs } from '../../contract/core/time.ts';
import { type Environment, environments } from '../../contract/profiles/profile.ts';
import { type RowStatus, sessionStatus } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';

/** A part of the list of servers to look at, by its name. */
export type View =
  | 'all'
  | 'expiring'
  | 'problems'
  | 'favourites'
  | 'recent'
  | `environment:${Environment}`
  | `tag:${string}`;

/** What decides, beside the row, whether it belongs to a view. */
export interface FilterContext {
  readonly now: EpochMs;
  readonly expiringMs: number;
}

/** For how long after its last use a profile counts as recent. */
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

/** Does a row belong to a view at this moment? */
export function isInView(row: Row, view: View, { now, expiringMs }: FilterContext): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'expiring':
      return sessionStatus(row.session, now, expiringMs) === 'expiring';
    case 'problems':
      return row.endings.length > 0 || problems.has(sessionStatus(row.session, now, expiringMs));
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

const fixedViews: ReadonlySet<string> = new Set<View>([
  'all',
  'expiring',
  'problems',
  'favourites',
  'recent',
]);

/** Is this the name of a view that these rows have? */
export function isView(name: string, rows: readonly Row[]): name is View {
  return (
    fixedViews.has(name) ||
    environments.some((environment) => name === `environment:${environment}`) ||
    rows.some(({ profile }) => profile.tags.some((tag) => name === `tag:${tag}`))
  );
}

/** One view and how many rows belong to it. */
export interface CountedView {
  readonly view: View;
  readonly count: number;
}

/** The views of a list of servers with their counts: the fixed ones, then environments and tags that occur. */
export interface CountedViews {
  readonly fixed: readonly CountedView[];
  readonly environments: readonly CountedView[];
  readonly tags: readonly CountedView[];
}

/** Counts the rows of every view in one walk through the fleet. */
export function countViews(rows: readonly Row[], filterContext: FilterContext): CountedViews {
  const fixed: readonly View[] = ['all', 'expiring', 'problems', 'favourites', 'recent'];
  const counts = new Map<View, number>(fixed.map((view) => [view, 0]));
  const add = (view: View): void => void counts.set(view, (counts.get(view) ?? 0) + 1);
  for (const row of rows) {
    for (const view of fixed) if (isInView(row, view, filterContext)) add(view);
    if (row.profile.environment !== 'none') add(`environment:${row.profile.environment}`);
    for (const tag of row.profile.tags) add(`tag:${tag}`);
  }
  const counted = (view: View): CountedView => ({ view, count: counts.get(view) ?? 0 });
  const tags = [...counts.keys()].filter((view) => view.startsWith('tag:'));
  return {
    fixed: fixed.map(counted),
    environments: environments
      .toReversed()
      .map((environment): View => `environment:${environment}`)
      .filter((view) => counts.has(view))
      .map(counted),
    tags: tags.sort((one, other) => one.localeCompare(other)).map(counted),
  };
}
