import type { Result } from './core/result.ts';
import type { EpochMs } from './core/time.ts';
import type { ProfileId } from './profiles/profile.ts';

/** Everything that the table of all servers can show, in its usual order. */
export const fleetColumns = [
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
export type FleetColumn = (typeof fleetColumns)[number];

/** What the table shows of a profile and its row does not carry. */
export interface FleetFacts {
  readonly profileId: ProfileId;
  /** The groups of the user there. */
  readonly groups: readonly number[];
  /** The language of the user there; null if it is unknown. */
  readonly language: string | null;
  /** Until when the certificate last seen is good; null without one. */
  readonly certificateEndsAt: EpochMs | null;
}

/** What may be asked for the table of all servers. */
export interface FleetTableCalls {
  /** What the rows do not carry, of all profiles at once. */
  readFleet(): Promise<Result<readonly FleetFacts[]>>;
  /** Lets a person choose where these profiles go as CSV, in this order; the name of the file, or null if none was chosen. */
  saveFleet(request: {
    readonly columns: readonly FleetColumn[];
    readonly profileIds: readonly ProfileId[];
  }): Promise<Result<string | null>>;
}
