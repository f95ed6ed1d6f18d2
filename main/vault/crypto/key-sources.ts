import type { Cipher } from './cipher.ts';
import { type Unwrapped, unwrapKey } from './data-key.ts';
import { fitsKey } from './envelope-mac.ts';
import type { KeyringTimeout } from './keyring-timeout.ts';
import { openWithPassphrase } from './passphrase-slot.ts';
import { type Envelope, isPassSlot } from './vault-schema.ts';

/** This app writes one slot under a passphrase. */
const maxTried = 2;

/** One way to the data key of an envelope. */
export type KeySource = (envelope: Envelope) => Promise<Unwrapped>;

/** The way over the system's keyring. */
export function fromKeyring(cipher: Cipher, patience: KeyringTimeout): KeySource {
  return (envelope) => unwrapKey(cipher, envelope, patience);
}

/** The way over a passphrase; `keyring-lost` where none was ever set. */
export function fromPassphrase(passphrase: string): KeySource {
  return async (envelope) => {
    const slots = envelope.slots.filter(isPassSlot);
    if (slots.length === 0) return { kind: 'keyring-lost' };
    // SECURITY: each try takes long on purpose, and a hostile file may hold many.
    for (const slot of slots.slice(0, maxTried)) {
      const key = await openWithPassphrase(slot, envelope.vaultId, passphrase);
      if (key && fitsKey(key, envelope)) return { kind: 'key', key, stale: false };
      key?.fill(0);
    }
    return { kind: 'passphrase-wrong' };
  };
}
