import { randomFillSync } from 'node:crypto';
import type { Cipher } from './cipher.ts';
import { fitsKey } from './envelope-mac.ts';
import type { KeyringTimeout } from './keyring-timeout.ts';
import { type Envelope, findOsSlot, isPassSlot, type OsSlot } from './vault-schema.ts';
import { isStrong, mayPass, readWrapTag } from './wrap-tag.ts';

/** The name under which the system's keyring knows this app. */
export const appName = 'FindFace Session Manager';

/** How an attempt to get at a data key ended. */
export type Unwrapped =
  | { readonly kind: 'key'; readonly key: Uint8Array; readonly stale: boolean }
  | { readonly kind: 'keyring-locked' | 'keyring-lost' | 'passphrase-needed' | 'passphrase-wrong' };

/** How an attempt to wrap a data key ended. */
export type Wrapped =
  | { readonly kind: 'slot'; readonly slot: OsSlot }
  | { readonly kind: 'keyring-locked' | 'no-keyring' };

/** A data key nobody has seen. */
export function newDataKey(): Uint8Array {
  return randomFillSync(emptyKey());
}

/**
 * Room for a data key that is wiped where it lies: outside of the pool of buffers, and outside of the heap, where the
 * garbage collector would move so small an array about and leave copies behind.
 */
export function emptyKey(): Uint8Array {
  return new Uint8Array(new ArrayBuffer(32));
}

/** Gets the data key of an envelope from the system's keyring; `passphrase-needed` if that was never asked to keep it. */
export async function unwrapKey(
  cipher: Cipher,
  envelope: Envelope,
  patience: KeyringTimeout,
): Promise<Unwrapped> {
  const slot = findOsSlot(envelope, cipher.platform);
  if (!slot) return { kind: envelope.slots.some(isPassSlot) ? 'passphrase-needed' : 'keyring-lost' };
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  // SECURITY: anyone can wrap a data key of their own with the public key; tokens sealed under it would be theirs.
  if (!isStrong(wrapped, cipher.platform)) return { kind: 'keyring-lost' };
  try {
    const { text, stale } = await patience.wait(cipher.unwrap(wrapped));
    const key = readKey(text);
    // The keyring's own encryption may take a wrong key and give garbage.
    if (key && fitsKey(key, envelope)) return { kind: 'key', key, stale };
    key?.fill(0);
    return { kind: 'keyring-lost' };
  } catch (error) {
    return { kind: mayPass(error) ? 'keyring-locked' : 'keyring-lost' };
  }
}

/** Hands a data key to the system's keyring, and makes sure that it was really protected. */
export async function wrapKey(cipher: Cipher, key: Uint8Array, patience: KeyringTimeout): Promise<Wrapped> {
  try {
    if (!(await patience.wait(cipher.isReady()))) return { kind: 'no-keyring' };
    const wrapped = await patience.wait(cipher.wrap(viewBytes(key).toString('base64')));
    const tag = readWrapTag(wrapped);
    // SECURITY: a keyring can be gone from one wrap to the next, and the system then falls back to a public key silently.
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

/** 32 bytes in the one right spelling of base64. */
const keyText = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

function readKey(text: string): Uint8Array | null {
  if (!keyText.test(text)) return null;
  const key = emptyKey();
  viewBytes(key).write(text, 'base64');
  return key;
}

/** The same memory as a `Buffer`; `Buffer.from(key)` would be a copy. */
function viewBytes({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
