import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { AutoLogoutPolicy } from '../profiles/auto-logout.ts';
import type { ProfileRequest } from '../profiles/profile.ts';

/**
 * The state of a pending log-out.
 *
 * `vault-closed`: its token cannot be read at present. `given-up`: no more automatic retries. `token-lost`: the app has
 * no token with which to end the session.
 */
export type PendingLogoutState = 'waiting' | 'asking' | 'vault-closed' | 'given-up' | 'token-lost';

/** A session that ended here, but that its server has not confirmed as ended. */
export interface PendingLogout {
  readonly id: string;
  readonly host: string;
  readonly state: PendingLogoutState;
  readonly startedAt: EpochMs;
  /** Until when the token may be valid, by this computer's clock; null if unknown. */
  readonly until: EpochMs | null;
  /** Number of failed attempts. */
  readonly tries: number;
  readonly triedAt: EpochMs | null;
  /** Time of the next automatic attempt; null: none. */
  readonly nextTryAt: EpochMs | null;
  /** The code of the last problem. */
  readonly cause: string | null;
}

/** A request about one pending log-out. */
export interface PendingLogoutRequest extends ProfileRequest {
  readonly endingId: string;
}

/** The calls about auto log-out and pending log-outs. */
export interface AutoLogoutCalls {
  /** Sets the auto log-out policy of a profile; applies to a running session at once. */
  setAutoLogout(request: ProfileRequest & { readonly lease: AutoLogoutPolicy }): Promise<Result>;
  /** Retries a log-out now. */
  tryEnding(request: PendingLogoutRequest): Promise<Result>;
  /** Drops the token of a pending log-out; the session stays on the server until its expiry. */
  forgetEnding(request: PendingLogoutRequest): Promise<Result>;
}
