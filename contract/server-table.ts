import type { Result } from './core/result.ts';
import type { EpochMs } from './core/time.ts';
import type { ProfileId } from './profiles/profile.ts';

/** Everything that the table of all servers can show, in its usual order. */
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
] as const;

/** One column of the table of all servers. */
export type ServerTableColumn = (typeof serverTableColumns)[number];

/** What the table shows of a profile and its row does not carry. */
export interface ServerTableFacts {
  readonly profileId: ProfileId;
  /** The groups of the user there. */
  readonly groups: readonly number[];
  /** The language of the user there; null if it is unknown. */
  readonly language: string | null;
  /** Until when the certificate last seen is good; null without one. */
  readonly certificateEndsAt: EpochMs | null;
}

/** What may be asked for the table of all servers. */
export interface ServerTableCalls {
  /** What the rows do not carry, of all profiles at once. */
  readServerTable(): Promise<Result<readonly ServerTableFacts[]>>;
  /** Lets a person choose where these profiles go as CSV, in this order; the name of the file, or null if none was chosen. */
  saveServerTable(request: {
    readonly columns: readonly ServerTableColumn[];
    readonly profileIds: readonly ProfileId[];
  }): Promise<Result<string | null>>;
}
