import type { Result } from '../core/result.ts';
import type { DraftRequest, ProfileId, ProfileRequest } from './profile.ts';

/** The calls that add a server by logging in to it, and another account on a known server. */
export interface AddingCalls {
  /**
   * Logs in to a server that is not in the list, and adds it once the session is granted; otherwise nothing is kept.
   *
   * With `like` the server is that profile's, including address, trust and proxy; `finding` may be a probe of it with a
   * decision about its certificate. Without `like`, `finding` has to be a probe of exactly this address: the password is
   * sent nowhere else.
   */
  addByLogin(
    request: DraftRequest & {
      readonly like: ProfileId | null;
      readonly password: string;
      readonly faceToken: string | null;
      readonly keepPassword: boolean;
    },
  ): Promise<Result<ProfileId>>;
  /** Cancels `addByLogin`; if the session is granted all the same, it is ended. */
  cancelAdding(): Promise<Result>;
  /**
   * Adds another account on the server of a profile without logging in, with the same address, trust and proxy;
   * `finding` may be a probe of it with a decision about its certificate.
   */
  addAccount(request: ProfileRequest & DraftRequest): Promise<Result<ProfileId>>;
}
