import type { Environment } from './profiles/profile.ts';

/** Rows of the list that have something in common, under a heading. */
export interface ListGroup {
  /** The environment, or the tag; empty: rows without a tag. */
  readonly key: string;
  /** The index of its first row. */
  readonly first: number;
  /** The number of its rows, at least one. */
  readonly count: number;
}

/** A view of the list, by name. */
export type View =
  | 'all'
  | 'expiring'
  | 'problems'
  | 'logged-out'
  | 'favourites'
  | 'recent'
  | 'hidden'
  | `environment:${Environment}`
  | `tag:${string}`;

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

/** What the window shows of a list of which it has only the first rows. */
export interface ListOutline {
  /** The number of servers that are not hidden. */
  readonly count: number;
  readonly groups: readonly ListGroup[];
  readonly views: CountedViews;
}
