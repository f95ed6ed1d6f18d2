import type { CopyFormat } from '../core/copy-format.ts';
import type { Result } from '../core/result.ts';
import type { Environment, ProfileId } from './profile.ts';

/** A change of several profiles at once; absent parts stay as they are. */
export interface ManyChange {
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly environment?: Environment;
  readonly favourite?: boolean;
  readonly hidden?: boolean;
  /** `header` is the usual one. */
  readonly copyFormat?: CopyFormat;
}

/** What a run does with several profiles. */
export const runKinds = ['check', 'log-out', 'remove', 'import', 'export', 'back-up'] as const;

/** The kind of a run. */
export type RunKind = (typeof runKinds)[number];

/** Something that is being done with several profiles; at most one of each kind. */
export interface Run {
  readonly kind: RunKind;
  /** In profiles; those that write a file count parts of their work instead. */
  readonly done: number;
  readonly count: number;
}

/** The last change that can be undone. */
export interface Undoable {
  /** Grows with every change. */
  readonly id: number;
  readonly kind:
    | 'removed'
    | 'tags'
    | 'environment'
    | 'favourite'
    | 'hidden'
    | 'shown'
    | 'moved'
    | 'copy-format';
  readonly count: number;
  /** The name of the first profile. */
  readonly name: string;
  /** How many of their sessions live on at their servers; 0 if they were not removed. */
  readonly sessionsLeft: number;
}

/** A request about several profiles; at least one. */
export interface ManyRequest {
  readonly profileIds: readonly ProfileId[];
}

/** Where profiles are moved. */
export interface MoveTarget {
  readonly before: ProfileId | null;
  readonly order: readonly ProfileId[];
  /** Whether it goes on with the last move, as a held key does: then both are undone at once. Absent: no. */
  readonly goesOn?: boolean;
}

/** The calls about several profiles at once. Each is one change of the state, also for thousands. */
export interface ManyCalls {
  /** If one of them cannot be changed like this, none is. */
  changeMany(request: ManyRequest & { readonly change: ManyChange }): Promise<Result>;
  /**
   * Moves profiles before another one in the manual order; null: to its end. `order`: all profiles in the manual order,
   * as the window sorts those without a position.
   */
  moveProfiles(request: ManyRequest & MoveTarget): Promise<Result>;
  /**
   * With `logOut` their sessions are ended on the servers first; this is a run, and only those that it reached are
   * removed. If one of them cannot be removed, none is.
   */
  removeMany(request: ManyRequest & { readonly logOut: boolean }): Promise<Result>;
  /**
   * Renames a tag everywhere; it becomes part of one that looks like `to` if there is one. Null removes it. If the tags of
   * one of the profiles cannot be changed, nothing is.
   */
  renameTag(request: { readonly from: string; readonly to: string | null }): Promise<Result>;
  /** A run; ends when all have been checked. */
  checkMany(request: ManyRequest): Promise<Result>;
  /** A run; what servers do not confirm stays pending. */
  logOutMany(request: ManyRequest): Promise<Result>;
  /** Undoes the last change, if it still is the one with this ID. */
  undo(request: { readonly id: number }): Promise<Result>;
  /** Starts nothing more of a run; what is under way is finished. */
  stopRun(request: { readonly kind: RunKind }): Promise<Result>;
}
