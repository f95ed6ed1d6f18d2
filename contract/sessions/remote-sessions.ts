import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { ProfileRequest } from '../profiles/profile.ts';
import type { SessionRights } from './user.ts';

/**
 * Whose a session on a server is, as far as its device id tells.
 *
 * `own`: of this entry of the list. `unclear`: perhaps, since a pasted token does not tell its device. `neighbour`: of another entry of this app. `leftover`: of this app on this computer,
 * but of no entry any more. `elsewhere`: of this app on another computer. `foreign`: of anything else.
 */
export type SessionOwner = 'own' | 'unknown' | 'other-profile' | 'orphaned' | 'other-computer' | 'other-app';

/** Does this app use a session with this mark, as far as that can be told? */
export function isInUse(mark: SessionOwner): boolean {
  return mark === 'own' || mark === 'unknown' || mark === 'other-profile';
}

/** What a server says of a session; `offline` tells nothing about whether its token works. */
export const sessionStatuses = ['online', 'offline', 'blocked'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** One session on a server. Its id stays in main; `key` stands for it in the list it came with. */
export interface RemoteSession {
  readonly key: number;
  /** The same for every entry of the list that sees this session, and for no other session. */
  readonly identity: string;
  readonly mark: SessionOwner;
  readonly userName: string;
  /** Is it of the user who asks? */
  readonly mine: boolean;
  /** What the device says of itself, in one line; empty if it says nothing readable. */
  readonly device: string;
  readonly deviceId: string;
  readonly ip: string;
  readonly mobile: boolean;
  /** False while a login with a face check waits for its password. */
  readonly active: boolean;
  /** Null if the server says something unknown. */
  readonly status: SessionStatus | null;
  readonly createdAt: EpochMs | null;
  readonly lastSeenAt: EpochMs | null;
}

/** Which sessions are wanted. */
export interface SessionFilter {
  readonly whose: 'mine' | 'all';
  readonly status: SessionStatus | null;
  /** Leave out logins that still wait for a password? */
  readonly activeOnly: boolean;
}

/** Is there more? `cut`: there may be, but it is not asked for: too many, or the server repeats itself. */
export type MorePages = 'no' | 'yes' | 'cut';

/** Some sessions, and what the account may do with them. */
export interface SessionPage {
  readonly listId: number;
  readonly sessions: readonly RemoteSession[];
  readonly more: MorePages;
  readonly rights: SessionRights;
}

/** How ending one session came out; `kept`: this app uses it, and ending that was not asked for. */
export interface EndResult {
  readonly key: number;
  readonly outcome: 'ended' | 'gone' | 'kept' | 'failed';
  /** Why it failed. */
  readonly problem: Problem | null;
}

/** One device that may not be used to log in. */
export interface BlockedDevice {
  readonly blockId: string;
  readonly deviceId: string;
  readonly mark: SessionOwner;
  readonly reason: string;
  readonly createdAt: EpochMs | null;
  /** Null: for ever. */
  readonly until: EpochMs | null;
}

/** The blocked devices of a server. */
export interface BlockedDevices {
  readonly devices: readonly BlockedDevice[];
  readonly more: MorePages;
}

/** The longest reason that a server keeps. */
export const maxReasonLength = 512;

/** The most keys that one call may name. */
export const maxKeys = 100;

/** What may be asked about the sessions on servers. */
export interface RemoteSessionCalls {
  /** The first sessions, or with `whole` as many as are ever shown. */
  listSessions(
    request: ProfileRequest & { readonly filter: SessionFilter; readonly whole: boolean },
  ): Promise<Result<SessionPage>>;
  /** The sessions after those that the list holds already. */
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
