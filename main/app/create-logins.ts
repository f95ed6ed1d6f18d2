import { BulkLogins } from '../bulk-login/bulk-login.ts';
import type { Logins } from '../logins/logins.ts';
import { CheckedLogins } from '../profile-editing/checked-logins.ts';
import { FirstLogin } from '../profile-editing/first-login.ts';

/** The parts that log in with a password. */
export interface LoginParts {
  readonly checkedLogins: CheckedLogins;
  readonly firstLogin: FirstLogin;
  readonly bulkLogins: BulkLogins;
  /** Aborts every log-in that is running; called on lock and on quit. */
  readonly stopLogins: () => void;
}

type Around = Omit<ConstructorParameters<typeof FirstLogin>[0], 'checkedLogins' | 'logins'> &
  Omit<ConstructorParameters<typeof CheckedLogins>[0], 'logins'> &
  Omit<ConstructorParameters<typeof BulkLogins>[0], 'logins'> & { readonly logins: Logins };

/** Creates them on top of `Logins`. */
export function createLogins(around: Around): LoginParts {
  const checkedLogins = new CheckedLogins(around);
  const firstLogin = new FirstLogin({ ...around, checkedLogins });
  const bulkLogins = new BulkLogins({ live: around.live, logins: checkedLogins });
  const stopLogins = () => {
    bulkLogins.close();
    for (const part of [firstLogin, checkedLogins, around.logins]) part.stop();
  };
  return { checkedLogins, firstLogin, bulkLogins, stopLogins };
}
