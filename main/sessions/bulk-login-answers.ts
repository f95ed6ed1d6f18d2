import type { BulkLoginCalls } from '../../contract/bulk-login.ts';
import { done } from '../../contract/result.ts';
import type { BulkLogins } from './bulk-logins.ts';

type AfterOpening = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** One line a call about logging in to several servers; none begins before the token store was opened. */
export function bulkLoginAnswers(logins: BulkLogins, afterOpening: AfterOpening): BulkLoginCalls {
  return {
    beginBulkLogin: (request) => afterOpening(async () => logins.begin(request)),
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
