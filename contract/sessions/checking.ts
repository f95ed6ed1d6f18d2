import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { ProfileRequest } from '../profiles/profile.ts';
import type { Verdict } from './session.ts';

/** Why a session is not checked automatically. */
export type WhyNotChecked =
  | 'no-session'
  | 'refused'
  | 'blocked'
  | 'expired'
  | 'unreadable'
  | 'paused'
  | 'switched-off';

/** When a session is next checked automatically, or why it is not. */
export type NextCheck =
  | {
      readonly kind: 'at';
      readonly at: EpochMs;
      /** Number of consecutive failed checks; 0 if the last one succeeded. */
      readonly failures: number;
    }
  | { readonly kind: 'not'; readonly why: WhyNotChecked };

/**
 * The live channel of a session, over which its server says at once that it has ended. `off`: not wanted for this
 * server; `open`: the server answers on it.
 */
export type LiveChannel = 'off' | 'closed' | 'open';

/** Maximum number of checks in a history. */
export const maxCheckPoints = 32;

/** A check of the past. */
export interface CheckPoint {
  readonly at: EpochMs;
  readonly verdict: Verdict;
  /** Response time in ms; null unless the token was accepted. */
  readonly tookMs: number | null;
}

/** The calls about automatic checks. */
export interface CheckingCalls {
  /** Turns automatic checks of one server on or off; manual checks are not affected. */
  letCheckItself(request: ProfileRequest & { readonly on: boolean }): Promise<Result>;
  /** Turns the live channel of one server on or off. */
  letHearLive(request: ProfileRequest & { readonly on: boolean }): Promise<Result>;
  /** The page received an online or offline event; main verifies it. */
  networkMayHaveChanged(): Promise<Result>;
  /** The person has seen the change of the user's rights. */
  dismissRightsChange(request: ProfileRequest): Promise<Result>;
}
