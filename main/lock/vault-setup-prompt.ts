import { hasToken } from '../../contract/sessions/session.ts';
import type { AppState } from '../../contract/state.ts';
import type { LiveState } from '../state/live-state.ts';

/** Is this the moment to ask where tokens should be kept: a token came in, and nothing here could encrypt it? */
export function needsVaultSetup({ rows, storage, settings, lock }: AppState): boolean {
  const isMissing = storage.kind === 'memory-only' && storage.reason === 'no-keyring';
  if (!isMissing || lock.kind === 'locked' || settings.withoutKeyring !== 'ask') return false;
  return rows.some(({ session }) => hasToken(session) && session.secret === 'memory');
}

/** Asks once a start where tokens should be kept, at the first log-in that succeeds. */
export function promptVaultSetup(live: LiveState): void {
  let hasAsked = false;
  live.watch((change) => {
    if (change.storage?.kind === 'sealed' && live.read().storageAsked) live.change({ storageAsked: false });
    if (hasAsked || !(change.rows || change.storage) || !needsVaultSetup(live.read())) return;
    hasAsked = true;
    // Whoever else watches is told of the log-in first.
    queueMicrotask(() => live.change({ storageAsked: true }));
  });
}
