import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { Lease } from '../profiles/auto-logout.ts';
import type { OneProfile } from '../profiles/profile.ts';

/**
 * How far an ending has come.
 *
 * `store-closed`: its token cannot be read at present. `given-up`: no more is tried unless a person asks for it.
 * `token-lost`: nothing is left here that could end the session.
 */
export type EndingState = 'waiting' | 'asking' | 'store-closed' | 'given-up' | 'token-lost';

/** A session that has ended here, and of which the server has not said yet that it has ended there too. */
export interface Ending {
  readonly id: string;
  readonly host: string;
  readonly state: EndingState;
  readonly startedAt: EpochMs;
  /** Until when the token may still work, by this computer's clock; null if that is unknown. */
  readonly until: EpochMs | null;
  /** How often the server was asked in vain. */
  readonly tries: number;
  readonly triedAt: EpochMs | null;
  /** When it is asked again by itself; null: not by itself. */
  readonly nextTryAt: EpochMs | null;
  /** The code of what stood in the way last. */
  readonly cause: string | null;
}

/** A request about one ending. */
export interface OneEnding extends OneProfile {
  readonly endingId: string;
}

/** What may be asked about leases and endings. */
export interface LeaseCalls {
  /** Sets when the app ends the session of a profile by itself; holds for a live session at once. */
  setLease(request: OneProfile & { readonly lease: Lease }): Promise<Result>;
  /** Asks the server once more to end a session. */
  tryEnding(request: OneEnding): Promise<Result>;
  /** Forgets the token of an ending; its session stays on the server until it expires. */
  forgetEnding(request: OneEnding): Promise<Result>;
}
