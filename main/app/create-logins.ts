import { BulkLogins } from '../bulk-login/bulk-login.ts';
import type { SessionKeeper } from '../logins/logins.ts';
import { CheckedLogins } from '../profile-editing/checked-logins.ts';
import { FirstLogin } from '../profile-editing/first-login.ts';

/** The ways in that a person takes with a password. */
export interface LoginParts {
  readonly logins: CheckedLogins;
  readonly firstLogin: FirstLogin;
  readonly bulkLogins: BulkLogins;
  /** Gives up every log-in that is under way; for the lock and the end of the app. */
  readonly stopLogins: () => void;
}

type Around = Omit<ConstructorParameters<typeof FirstLogin>[0], 'logins' | 'keeper'> &
  Omit<ConstructorParameters<typeof CheckedLogins>[0], 'keeper'> &
  Omit<ConstructorParameters<typeof BulkLogins>[0], 'keeper'> & { readonly keeper: SessionKeeper };

/** Builds them on the keeper of the sessions. */
export function loginParts(around: Around): LoginParts {
  const logins = new CheckedLogins(around);
  const firstLogin = new FirstLogin({ ...around, logins });
  const bulkLogins = new BulkLogins({ live: around.live, keeper: logins });
  const stopLogins = () => {
    bulkLogins.close();
    for (const part of [firstLogin, logins, around.keeper]) part.stop();
  };
  return { logins, firstLogin, bulkLogins, stopLogins };
}
