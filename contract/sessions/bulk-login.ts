import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import type { Profile, ProfileId } from '../profiles/profile.ts';
import type { ServerInfo } from '../profiles/server-info.ts';
import type { UserSummary } from './user.ts';

/** Why a server of a bulk log-in was skipped; nothing was sent to it. */
export type BulkSkip =
  /** Another server rejected the password. */
  | 'refused-elsewhere'
  /** The person stopped the run. */
  | 'cancelled'
  /** The password of this domain account may have been rejected already. */
  | 'domain-tried'
  /** The same server already had an attempt, which failed. */
  | 'server-tried'
  /** The server requires a face. */
  | 'face-needed'
  /** Server or user of the profile have changed since the password was typed. */
  | 'changed'
  | 'removed'
  | 'login-under-way';

/** The state of one server in a bulk log-in. */
export type BulkOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'logging-in' }
  | { readonly kind: 'done' }
  /** The server rejected the user name or the password. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The log-in failed for another reason. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'skipped'; readonly why: BulkSkip };

/** A server of a bulk log-in, with its name at the start. */
export interface BulkEntry {
  readonly profileId: ProfileId;
  readonly name: string;
  readonly outcome: BulkOutcome;
}

/** A bulk log-in and its progress. Holds no secret, so it may cross the bridge. */
export interface BulkLogin {
  readonly userName: string;
  readonly isRunning: boolean;
  readonly entries: readonly BulkEntry[];
}

/** The calls about bulk log-ins. The password is sent to main once, and never back. */
export interface BulkLoginCalls {
  /**
   * Starts logging in to these profiles, which must all have this user name; the progress is in the state.
   *
   * `domainAgreed`: the person knows that a wrong password may lock the domain account everywhere.
   */
  beginBulkLogin(request: {
    readonly userName: string;
    readonly profileIds: readonly ProfileId[];
    readonly password: string;
    readonly domainAgreed: boolean;
  }): Promise<Result>;
  /** Stops the run; a running log-in is aborted. */
  cancelBulkLogin(): Promise<Result>;
  /** Drops the results of the last run. */
  closeBulkLogin(): Promise<Result>;
}

/** Maximum number of servers in one bulk log-in. */
export const maxBulkLogins = 1_000;

/** What decides whether an account belongs to a domain; part of a row. */
interface AccountContext {
  readonly profile: Pick<Profile, 'userName'>;
  readonly user: Pick<UserSummary, 'adUser'> | null;
  readonly server: Pick<ServerInfo, 'activeDirectory'> | null;
}

/**
 * Whether this may be a domain account, which a wrong password can lock everywhere.
 *
 * If the server has Active Directory enabled, a user not known yet counts as one.
 */
export function mayBeDomainAccount({ profile, user, server }: AccountContext): boolean {
  // `DOMAIN\user` and `user@domain` are the Windows forms.
  if (user?.adUser === true || /[\\@]/.test(profile.userName)) return true;
  return user === null && server?.activeDirectory === true;
}
