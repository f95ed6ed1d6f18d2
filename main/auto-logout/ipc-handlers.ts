import type { AutoLogoutCalls } from '../../contract/sessions/pending-logout.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { AutoLogout } from './auto-logout.ts';

/** What the handlers of the calls about auto log-out and pending log-outs need. */
export interface AutoLogoutHandlerDeps {
  readonly autoLogout: AutoLogout;
  readonly pendingLogouts: PendingLogouts;
}

/** Handlers of the calls about auto log-out and pending log-outs. */
export function autoLogoutHandlers({ autoLogout, pendingLogouts }: AutoLogoutHandlerDeps): AutoLogoutCalls {
  return {
    setAutoLogout: ({ profileId, lease }) => autoLogout.set(profileId, lease),
    tryEnding: ({ profileId, endingId }) => pendingLogouts.tryNow(profileId, endingId),
    forgetEnding: ({ profileId, endingId }) => pendingLogouts.forget(profileId, endingId),
  };
}
