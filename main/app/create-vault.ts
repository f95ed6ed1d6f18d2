import { announcedCipher } from '../vault/crypto/announced-cipher.ts';
import { KeyringTimeout } from '../vault/crypto/keyring-timeout.ts';
import { Vault } from '../vault/vault.ts';
import type { VaultOpening } from '../vault/vault-opening.ts';
import type { AppDeps } from './app-deps.ts';
import type { StateLayer } from './create-state.ts';
import { reportFileOpening } from './initial-state.ts';

/** The vault and the timeout of its keyring. */
export interface VaultLayer extends StateLayer {
  readonly vault: Vault;
  readonly patience: KeyringTimeout;
  /** Turns the result of opening the vault into a notice, unless all went well. */
  readonly onOpening: (opening: VaultOpening) => void;
}

/** Creates the vault. It is opened later, because the keyring may prompt. */
export function createVault(deps: AppDeps, lower: StateLayer): VaultLayer {
  const { profileStore, vaultFile, live, notices, sessions } = lower;
  const patience = new KeyringTimeout();
  const vault = new Vault({
    file: vaultFile,
    cipher: announcedCipher(deps.cipher, (keyringAwaited) => live.change({ keyringAwaited })),
    patience,
    kdfCost: deps.kdfCost,
    now: deps.now,
    mayKeepPasswords: () => live.read().settings.savePasswords,
    onStorage: (storage) => live.change({ storage }),
    onGeneration: (seen) => {
      const known = profileStore.seenVault();
      const behind = known?.vaultId === seen.vaultId ? known.gen - seen.gen : 0;
      if (behind > 0) notices.add({ code: 'vault-older', file: vaultFile.name, behind });
      void profileStore.noteVault(seen);
    },
  });
  vault.onMoved((ids) => sessions.refreshSecretPlaces(vault, ids));
  const onOpening = (opening: VaultOpening) => reportFileOpening(opening, vaultFile.name, notices);
  return { ...lower, vault, patience, onOpening };
}
