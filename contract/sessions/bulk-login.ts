import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import type { Profile, ProfileId } from '../profiles/profile.ts';
import type { ServerInfo } from '../profiles/server-info.ts';
import type { UserSummary } from './user.ts';

/** Why a server of a bulk login was left out, so that nothing was sent to it. */
export type BulkSkip =
  /** Another server refused the password. */
  | 'refused-elsewhere'
  /** A person stopped it. */
  | 'cancelled'
  /** The password of this domain account may have been judged already, and not to its favour. */
  | 'domain-tried'
  /** The same server was asked already, and granted nothing. */
  | 'server-tried'
  /** A password alone is not enough there. */
  | 'face-needed'
  /** The profile has another server or user than when the password was typed. */
  | 'changed'
  | 'removed'
  | 'login-under-way';

/** How far one server of a bulk login has come. */
export type BulkOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'logging-in' }
  | { readonly kind: 'done' }
  /** The server refused the user name or the password. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It did not come to a session for another reason. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'skipped'; readonly why: BulkSkip };

/** One server of a bulk login, under the name it had at the beginning. */
export interface BulkEntry {
  readonly profileId: ProfileId;
  readonly name: string;
  readonly outcome: BulkOutcome;
}

/** A login to several servers, one after another, with one password. Holds no secret, so it may cross the bridge. */
export interface BulkLogin {
  readonly userName: string;
  readonly isRunning: boolean;
  readonly entries: readonly BulkEntry[];
}

/** What may be asked about logging in to several servers. The password crosses once, to main, and never back. */
export interface BulkLoginCalls {
  /**
   * Begins to log in to these profiles, which must all have this user name; how far it is, the state tells.
   *
   * `domainAgreed`: a person knows that a wrong password may lock the domain account everywhere.
   */
  beginBulkLogin(request: {
    readonly userName: string;
    readonly profileIds: readonly ProfileId[];
    readonly password: string;
    readonly domainAgreed: boolean;
  }): Promise<Result>;
  /** Sends nothing more; a login that is under way is given up. */
  cancelBulkLogin(): Promise<Result>;
  /** Forgets how the last one went. */
  closeBulkLogin(): Promise<Result>;
}

/** The most servers that one bulk login may have. */
export const maxBulkLogins = 1_000;

/** What tells whether an account belongs to a domain; a row has it all. */
interface AccountContext {
  readonly profile: Pick<Profile, 'userName'>;
  readonly user: Pick<UserSummary, 'adUser'> | null;
  readonly server: Pick<ServerInfo, 'activeDirectory'> | null;
}

/**
 * May this be a domain account, which a wrong password can lock everywhere?
 *
 * Where a server knows Active Directory, a user that it has not described yet counts as one.
 */
export function mayBeDomainAccount({ profile, user, server }: AccountContext): boolean {
  // `DOMAIN\user` and `user@domain` are how Windows writes them.
  if (user?.adUser === true || /[\\@]/.test(profile.userName)) return true;
  return user === null && server?.activeDirectory === true;
}
