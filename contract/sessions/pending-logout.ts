import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { AutoLogoutPolicy } from '../profiles/auto-logout.ts';
import type { ProfileRequest } from '../profiles/profile.ts';

/**
 * How far a pending log-out has come.
 *
 * `store-closed`: its token cannot be read at present. `given-up`: no more is tried unless a person asks for it.
 * `token-lost`: nothing is left here that could end the session.
 */
export type PendingLogoutState = 'waiting' | 'asking' | 'vault-closed' | 'given-up' | 'token-lost';

/** A session that has ended here, and of which the server has not said yet that it has ended there too. */
export interface PendingLogout {
  readonly id: string;
  readonly host: string;
  readonly state: PendingLogoutState;
  readonly startedAt: EpochMs;
  /** Until when the token may still work, by this computer's clock; null if that is unknown. */
  readonly until: EpochMs | null;
  /** How often the server was asked without success. */
  readonly tries: number;
  readonly triedAt: EpochMs | null;
  /** When it is asked again automatically; null: not automatically. */
  readonly nextTryAt: EpochMs | null;
  /** The code of what stood in the way last. */
  readonly cause: string | null;
}

/** A request about one pending log-out. */
export interface PendingLogoutRequest extends ProfileRequest {
  readonly endingId: string;
}

/** What may be asked about auto-logout and pending log-outs. */
export interface AutoLogoutCalls {
  /** Sets when the app ends the session of a profile automatically; holds for a live session at once. */
  setAutoLogout(request: ProfileRequest & { readonly lease: AutoLogoutPolicy }): Promise<Result>;
  /** Asks the server once more to end a session. */
  tryEnding(request: PendingLogoutRequest): Promise<Result>;
  /** Forgets the token of a pending log-out; its session stays on the server until it expires. */
  forgetEnding(request: PendingLogoutRequest): Promise<Result>;
}
