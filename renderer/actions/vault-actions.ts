import { bridge } from '../bridge.ts';
import { useAppState } from '../state/app-state.ts';
import { countSecrets } from '../state/vault-status.ts';
import { openDialog, showProblem } from '../state/view-state.ts';

/** Locks the window; asks first if that would lose tokens. */
export function lock(): void {
  if (countSecrets(useAppState.getState().rows).memory > 0) openDialog({ kind: 'confirm-lock' });
  else void lockNow();
}

/** Locks the window without asking. */
export async function lockNow(): Promise<void> {
  await showProblem(null, bridge.lock());
}

/** Retries opening the vault. */
export async function retryVault(): Promise<void> {
  await showProblem(null, bridge.retryKeyring());
}

/** Opens the settings of the vault. */
export function openVaultSettings(): void {
  openDialog({ kind: 'settings', section: 'vault' });
}
