import { hasToken } from '../../contract/sessions/session.ts';
import type { AppState } from '../../contract/state.ts';
import type { LiveState } from '../state/live-state.ts';

/** Whether to ask where tokens should be stored: a token arrived and nothing on this computer could encrypt it. */
function needsVaultSetup({ rows, storage, settings, lock }: AppState): boolean {
  const isMissing = storage.kind === 'memory-only' && storage.reason === 'no-keyring';
  if (!isMissing || lock.kind === 'locked' || settings.withoutKeyring !== 'ask') return false;
  return rows.some(({ session }) => hasToken(session) && session.secret === 'memory');
}

/** Asks once per start where tokens should be stored, after the first successful log-in. */
export function promptVaultSetup(live: LiveState): void {
  let hasAsked = false;
  live.watch((change) => {
    if (change.storage?.kind === 'sealed' && live.read().storageAsked) live.change({ storageAsked: false });
    if (hasAsked || !(change.rows || change.storage) || !needsVaultSetup(live.read())) return;
    hasAsked = true;
    // Deferred, so that other listeners receive the log-in first.
    queueMicrotask(() => live.change({ storageAsked: true }));
  });
}
