import type { Result } from '../core/result.ts';
import type { Draft, DraftRequest, ProfileId, ProfileRequest } from './profile.ts';

/** The calls that add a server by logging in to it, and a second account on one that is there. */
export interface AddingCalls {
  /**
   * Logs in to a server that is not in the list and adds it once it has granted a session; otherwise nothing is kept.
   *
   * With `like` the server is the one of that profile, address, trust and proxy included. Without it `finding` has to be
   * of a probe of exactly this address: a password goes nowhere else.
   */
  addByLogin(
    request: DraftRequest & {
      readonly like: ProfileId | null;
      readonly password: string;
      readonly faceToken: string | null;
      readonly keepPassword: boolean;
    },
  ): Promise<Result<ProfileId>>;
  /** Gives up `addByLogin`; a session that is granted all the same is ended. */
  cancelAdding(): Promise<Result>;
  /** Adds another account on the server of a profile, without logging in; address, trust and proxy are that profile's. */
  addAccount(request: ProfileRequest & { readonly draft: Draft }): Promise<Result<ProfileId>>;
}
