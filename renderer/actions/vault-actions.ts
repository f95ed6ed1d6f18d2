import { bridge } from '../bridge.ts';
import { useAppState } from '../state/app-state.ts';
import { keptCounts } from '../state/vault-status.ts';
import { openDialog, report } from '../state/view-state.ts';

/** Locks the window; asks first where that would lose tokens. */
export function lock(): void {
  if (keptCounts(useAppState.getState().rows).memory > 0) openDialog({ kind: 'lock-forgets' });
  else void lockAtOnce();
}

/** Locks the window without a question. */
export async function lockAtOnce(): Promise<void> {
  await report(null, bridge.lock());
}

/** Asks the keyring, or the disk, once more. */
export async function tryAgain(): Promise<void> {
  await report(null, bridge.retryKeyring());
}

/** Where the token store is looked after. */
export function openStoreSettings(): void {
  openDialog({ kind: 'settings', tab: 'store' });
}
