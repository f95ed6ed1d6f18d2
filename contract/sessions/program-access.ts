import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { ProfileId } from '../profiles/profile.ts';

/** What a program does with a token: reads it, or has the app send requests with it, any or only GETs. */
export type TokenUse = 'read' | 'send' | 'get';

/** A permission that a person gave to a program, for one server. */
export interface ProgramAccess {
  /** Random; only to end it. */
  readonly id: string;
  readonly profileId: ProfileId;
  /** The name of the program. */
  readonly program: string;
  readonly use: TokenUse;
  /** When it ends, unless a lock ends it earlier; null: only a person ends it. */
  readonly until: EpochMs | null;
}

/** The calls about programs that ask with `ffsm`. */
export interface ProgramAccessCalls {
  /** Ends a permission. */
  endProgramAccess(request: { readonly accessId: string }): Promise<Result>;
}
