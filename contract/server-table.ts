import type { Result } from './core/result.ts';
import type { EpochMs } from './core/time.ts';
import type { ProfileId } from './profiles/profile.ts';

/** The columns of the server table, in their default order. */
export const serverTableColumns = [
  'name',
  'address',
  'userName',
  'realName',
  'role',
  'groups',
  'environment',
  'tags',
  'authType',
  'activeDirectory',
  'language',
  'session',
  'endsAt',
  'verdict',
  'checkedAt',
  'tls',
  'certificate',
  'licence',
  'notes',
] as const;

/** A column of the server table. */
export type ServerTableColumn = (typeof serverTableColumns)[number];

/** The values of the server table that are not part of the rows. */
export interface ServerTableFacts {
  readonly profileId: ProfileId;
  /** The IDs of the user's groups on the server. */
  readonly groups: readonly number[];
  /** The language of the user on the server; null if unknown. */
  readonly language: string | null;
  /** When the certificate last presented expires; null without one. */
  readonly certificateEndsAt: EpochMs | null;
}

/** The calls about the server table. */
export interface ServerTableCalls {
  /** The values for all profiles that are not part of the rows. */
  readServerTable(): Promise<Result<readonly ServerTableFacts[]>>;
  /**
   * Saves these profiles as CSV to a chosen file, in this order; returns the file name, or null if the person
   * cancelled.
   */
  saveServerTable(request: {
    readonly columns: readonly ServerTableColumn[];
    readonly profileIds: readonly ProfileId[];
  }): Promise<Result<string | null>>;
}
