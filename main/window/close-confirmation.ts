import { hasToken } from '../../contract/sessions/session.ts';
import type { AppState } from '../../contract/state.ts';
import type { Wording } from '../confirmations/confirmation.ts';

/** How many tokens would be lost on quit, because they are in memory only. */
export function countTokensLostOnClose({ rows, lock }: Pick<AppState, 'rows' | 'lock'>): number {
  // The lock has already removed them.
  if (lock.kind === 'locked') return 0;
  return rows.filter(({ session }) => hasToken(session) && session.secret === 'memory').length;
}

/** Asks whether to quit although this many tokens are in memory only. */
export function closeConfirmation(count: number): Wording {
  return (t) => ({
    message: t('native:confirmations.closing.title', { count }),
    detail: t('native:confirmations.closing.text', { count }),
    confirm: t('native:confirmations.closing.quit'),
    cancel: t('native:confirmations.cancel'),
  });
}
