import { createHmac, timingSafeEqual } from 'node:crypto';
import { withDerivedKey } from './derived-key.ts';
import type { Envelope } from './vault-schema.ts';

/** An envelope without its MAC. */
export type Unsealed = Omit<Envelope, 'mac'>;

/** Key check value: distinguishes a data key from others without revealing it. */
export function keyCheckValue(dataKey: Uint8Array, vaultId: string): string {
  const digest = withDerivedKey(dataKey, 'kcv', (key) => createHmac('sha256', key).update(vaultId).digest());
  return digest.subarray(0, 16).toString('base64');
}

/** Whether the envelope was made with this data key. */
export function fitsKey(dataKey: Uint8Array, { vaultId, kcv }: Pick<Envelope, 'vaultId' | 'kcv'>): boolean {
  return isSame(kcv, keyCheckValue(dataKey, vaultId));
}

/** Adds a MAC over the whole envelope. */
export function withMac(dataKey: Uint8Array, unsealed: Unsealed): Envelope {
  return { ...unsealed, mac: computeMac(dataKey, unsealed) };
}

/** Whether the MAC is valid: no record or slot was added, removed, moved or changed. */
export function isUntouched(dataKey: Uint8Array, envelope: Envelope): boolean {
  return isSame(envelope.mac, computeMac(dataKey, withoutMac(envelope)));
}

/** Removes the MAC. */
export function withoutMac({ mac, ...unsealed }: Envelope): Unsealed {
  return unsealed;
}

/** JSON with sorted keys, so that equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function computeMac(dataKey: Uint8Array, unsealed: Unsealed): string {
  return withDerivedKey(dataKey, 'file', (key) =>
    createHmac('sha256', key).update(canonicalJson(unsealed)).digest('base64'),
  );
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
