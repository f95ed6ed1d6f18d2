import type { BulkLoginCalls } from '../../contract/bulk-login.ts';
import { done } from '../../contract/result.ts';
import type { BulkLogins } from './bulk-logins.ts';

/** One line a call about logging in to several servers. */
export function bulkLoginAnswers(logins: BulkLogins): BulkLoginCalls {
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
