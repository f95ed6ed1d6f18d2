import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { ProfileRequest } from '../profiles/profile.ts';
import type { SessionRights } from './user.ts';

/**
 * The owner of a session on a server, as far as its device ID shows it.
 *
 * `own`: this profile. `unknown`: possibly this profile, since a pasted token does not reveal its device ID.
 * `other-profile`: another profile of this app. `orphaned`: this app on this computer, but no current profile.
 * `other-computer`: this app on another computer. `other-app`: anything else.
 */
export type SessionOwner = 'own' | 'unknown' | 'other-profile' | 'orphaned' | 'other-computer' | 'other-app';

/** Whether this app uses sessions of this owner, as far as is known. */
export function isInUse(mark: SessionOwner): boolean {
  return mark === 'own' || mark === 'unknown' || mark === 'other-profile';
}

/** The status that servers report; `offline` says nothing about the validity of the token. */
export const sessionStatuses = ['online', 'offline', 'blocked'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** A session on a server. Its ID stays in main; `key` identifies it within its list. */
export interface RemoteSession {
  readonly key: number;
  /** Equal for all profiles that list this session, and different for every other session. */
  readonly identity: string;
  readonly mark: SessionOwner;
  readonly userName: string;
  /** Whether it belongs to the user who asks. */
  readonly mine: boolean;
  /** What the device reports about itself, in one line; empty if nothing is readable. */
  readonly device: string;
  readonly deviceId: string;
  readonly ip: string;
  readonly mobile: boolean;
  /** False while a log-in with a face waits for its password. */
  readonly active: boolean;
  /** Null for an unknown status. */
  readonly status: SessionStatus | null;
  readonly createdAt: EpochMs | null;
  readonly lastSeenAt: EpochMs | null;
}

/** A filter for sessions. */
export interface SessionFilter {
  readonly whose: 'mine' | 'all';
  readonly status: SessionStatus | null;
  /** Leaves out log-ins that still wait for a password. */
  readonly activeOnly: boolean;
}

/**
 * Whether there are more sessions. `cut`: possibly, but they are not loaded: too many, or the server repeats itself.
 */
export type MorePages = 'no' | 'yes' | 'cut';

/** A page of sessions, and what the account may do with them. */
export interface SessionPage {
  readonly listId: number;
  readonly sessions: readonly RemoteSession[];
  readonly more: MorePages;
  readonly rights: SessionRights;
}

/** The result of ending one session; `kept`: this app uses it, and ending it was not requested. */
export interface EndResult {
  readonly key: number;
  readonly outcome: 'ended' | 'gone' | 'kept' | 'failed';
  /** Why it failed. */
  readonly problem: Problem | null;
}

/** A blocked device. */
export interface BlockedDevice {
  readonly blockId: string;
  readonly deviceId: string;
  readonly mark: SessionOwner;
  readonly reason: string;
  readonly createdAt: EpochMs | null;
  /** Null: permanent. */
  readonly until: EpochMs | null;
}

/** The blocked devices of a server. */
export interface BlockedDevices {
  readonly devices: readonly BlockedDevice[];
  readonly more: MorePages;
}

/** Maximum length of a reason in FindFace, in characters. */
export const maxReasonLength = 512;

/** Maximum number of keys in one call. */
export const maxKeys = 100;

/** The calls about remote sessions. */
export interface RemoteSessionCalls {
  /** The first sessions; with `whole` up to the maximum length of a list. */
  listSessions(
    request: ProfileRequest & { readonly filter: SessionFilter; readonly whole: boolean },
  ): Promise<Result<SessionPage>>;
  /** The next sessions of a list. */
  listMoreSessions(request: ProfileRequest & { readonly listId: number }): Promise<Result<SessionPage>>;
  /** Ends sessions of a list; those that this app uses only with `inUseToo`. */
  endSessions(
    request: ProfileRequest & {
      readonly listId: number;
      readonly keys: readonly number[];
      readonly inUseToo: boolean;
    },
  ): Promise<Result<readonly EndResult[]>>;
  listBlockedDevices(request: ProfileRequest): Promise<Result<BlockedDevices>>;
  /** Blocks the device of a session, which ends its sessions at once; never a device that this app uses. */
  blockDevice(
    request: ProfileRequest & {
      readonly listId: number;
      readonly key: number;
      readonly reason: string;
      readonly until: EpochMs | null;
    },
  ): Promise<Result>;
  changeBlock(
    request: ProfileRequest & {
      readonly blockId: string;
      readonly reason: string;
      readonly until: EpochMs | null;
    },
  ): Promise<Result>;
  unblockDevice(request: ProfileRequest & { readonly blockId: string }): Promise<Result>;
}
