import { randomFillSync } from 'node:crypto';
import type { Cipher } from './cipher.ts';
import { fitsKey } from './envelope-mac.ts';
import type { KeyringTimeout } from './keyring-timeout.ts';
import { type Envelope, findOsSlot, isPassSlot, type OsSlot } from './vault-schema.ts';
import { isStrong, mayPass, readWrapTag } from './wrap-tag.ts';

/** The name of this app in the system's keyring. */
export const appName = 'FindFace Session Manager';

/** The result of unwrapping a data key. */
export type Unwrapped =
  | { readonly kind: 'key'; readonly key: Uint8Array; readonly stale: boolean }
  | { readonly kind: 'keyring-locked' | 'keyring-lost' | 'passphrase-needed' | 'passphrase-wrong' };

/** The result of wrapping a data key. */
export type Wrapped =
  | { readonly kind: 'slot'; readonly slot: OsSlot }
  | { readonly kind: 'keyring-locked' | 'no-keyring' };

/** A new random data key. */
export function newDataKey(): Uint8Array {
  return randomFillSync(emptyKey());
}

/**
 * A buffer for a data key that can be wiped in place: not in Node's buffer pool, and not on the V8 heap, where the
 * garbage collector moves small arrays and leaves copies behind.
 */
export function emptyKey(): Uint8Array {
  return new Uint8Array(new ArrayBuffer(32));
}

/** Unwraps the data key of an envelope with the keyring; `passphrase-needed` if the envelope has no keyring slot. */
export async function unwrapKey(
  cipher: Cipher,
  envelope: Envelope,
  patience: KeyringTimeout,
): Promise<Unwrapped> {
  const slot = findOsSlot(envelope, cipher.platform);
  if (!slot) return { kind: envelope.slots.some(isPassSlot) ? 'passphrase-needed' : 'keyring-lost' };
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  // SECURITY: anybody can wrap a data key of their own with the public `v10` key, and would then know the key of
  // everything sealed under it.
  if (!isStrong(wrapped, cipher.platform)) return { kind: 'keyring-lost' };
  try {
    const { text, stale } = await patience.wait(cipher.unwrap(wrapped));
    const key = readKey(text);
    // The keyring's decryption may accept a wrong key and return garbage.
    if (key && fitsKey(key, envelope)) return { kind: 'key', key, stale };
    key?.fill(0);
    return { kind: 'keyring-lost' };
  } catch (error) {
    return { kind: mayPass(error) ? 'keyring-locked' : 'keyring-lost' };
  }
}

/** Wraps a data key with the keyring, and verifies that it is really protected. */
export async function wrapKey(cipher: Cipher, key: Uint8Array, patience: KeyringTimeout): Promise<Wrapped> {
  try {
    if (!(await patience.wait(cipher.isReady()))) return { kind: 'no-keyring' };
    const wrapped = await patience.wait(cipher.wrap(viewBytes(key).toString('base64')));
    const tag = readWrapTag(wrapped);
    // SECURITY: the keyring can disappear between two calls; the system then silently uses a public key.
    if (tag === null || !isStrong(wrapped, cipher.platform)) return { kind: 'no-keyring' };
    const { platform } = cipher;
    const text = Buffer.from(wrapped).toString('base64');
    return {
      kind: 'slot',
      slot: { id: 'os-1', type: 'os', platform, tag, appName, by: cipher.sealer(tag), wrapped: text },
    };
  } catch (error) {
    return { kind: mayPass(error) ? 'keyring-locked' : 'no-keyring' };
  }
}

/** Canonical base64 of 32 bytes. */
const keyText = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

function readKey(text: string): Uint8Array | null {
  if (!keyText.test(text)) return null;
  const key = emptyKey();
  viewBytes(key).write(text, 'base64');
  return key;
}

/** A `Buffer` on the same memory; `Buffer.from(key)` would copy it. */
function viewBytes({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
