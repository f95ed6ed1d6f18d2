import { bridge } from '../bridge.ts';
import { useAppState } from '../state/app-state.ts';
import { countSecrets } from '../state/vault-status.ts';
import { openDialog, showProblem } from '../state/view-state.ts';

/** Locks the window; asks first where that would lose tokens. */
export function lock(): void {
  if (countSecrets(useAppState.getState().rows).memory > 0) openDialog({ kind: 'confirm-lock' });
  else void lockNow();
}

/** Locks the window without a question. */
export async function lockNow(): Promise<void> {
  await showProblem(null, bridge.lock());
}

/** Asks the keyring, or the disk, once more. */
export async function retryVault(): Promise<void> {
  await showProblem(null, bridge.retryKeyring());
}

/** Where the vault is looked after. */
export function openVaultSettings(): void {
  openDialog({ kind: 'settings', tab: 'store' });
}
