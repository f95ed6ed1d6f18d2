import { done } from '../../contract/core/result.ts';
import type { BulkLoginCalls } from '../../contract/sessions/bulk-login.ts';
import type { BulkLogins } from './bulk-login.ts';

/** Handlers of the calls about bulk log-ins. */
export function bulkLoginHandlers(logins: BulkLogins): BulkLoginCalls {
  return {
    beginBulkLogin: async (request) => logins.begin(request),
    cancelBulkLogin: async () => {
      logins.stop();
      return done;
    },
    closeBulkLogin: async () => {
      logins.close();
      return done;
    },
  };
}
