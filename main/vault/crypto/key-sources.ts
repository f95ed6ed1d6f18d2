import type { Cipher } from './cipher.ts';
import { type Unwrapped, unwrapKey } from './data-key.ts';
import { fitsKey } from './envelope-mac.ts';
import type { KeyringTimeout } from './keyring-timeout.ts';
import { openWithPassphrase } from './passphrase-slot.ts';
import { type Envelope, isPassSlot } from './vault-schema.ts';

/** This app writes a single passphrase slot. */
const maxTried = 2;

/** Unwraps the data key of an envelope. */
export type KeySource = (envelope: Envelope) => Promise<Unwrapped>;

/** The keyring as key source. */
export function fromKeyring(cipher: Cipher, patience: KeyringTimeout): KeySource {
  return (envelope) => unwrapKey(cipher, envelope, patience);
}

/** A passphrase as key source; `keyring-lost` if the envelope has no passphrase slot. */
export function fromPassphrase(passphrase: string): KeySource {
  return async (envelope) => {
    const slots = envelope.slots.filter(isPassSlot);
    if (slots.length === 0) return { kind: 'keyring-lost' };
    // SECURITY: each attempt is slow by design, and a hostile file may have many slots.
    for (const slot of slots.slice(0, maxTried)) {
      const key = await openWithPassphrase(slot, envelope.vaultId, passphrase);
      if (key && fitsKey(key, envelope)) return { kind: 'key', key, stale: false };
      key?.fill(0);
    }
    return { kind: 'passphrase-wrong' };
  };
}
