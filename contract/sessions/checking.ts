import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { ProfileRequest } from '../profiles/profile.ts';

/** Why a session is not checked automatically. */
export type WhyNotChecked =
  | 'no-session'
  | 'refused'
  | 'blocked'
  | 'expired'
  | 'unreadable'
  | 'paused'
  | 'switched-off';

/** When a session is next checked without anybody asking, or why it is not. */
export type NextCheck =
  | {
      readonly kind: 'at';
      readonly at: EpochMs;
      /** How many checks in a row failed until now; 0 if the last one did not. */
      readonly failures: number;
    }
  | { readonly kind: 'not'; readonly why: WhyNotChecked };

/** What may be asked about checks that nobody asks for one by one. */
export interface CheckingCalls {
  /** Lets one server be checked automatically, or not; a person can check it all the same. */
  letCheckItself(request: ProfileRequest & { readonly on: boolean }): Promise<Result>;
  /** The page heard that the network came or went; main looks for itself. */
  networkMayHaveChanged(): Promise<Result>;
  /** A person has seen that the rights of a user changed. */
  dismissRightsChange(request: ProfileRequest): Promise<Result>;
}
