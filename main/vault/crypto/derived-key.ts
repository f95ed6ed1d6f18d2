import { createHmac } from 'node:crypto';

const noSalt = new Uint8Array(0);

/** The purposes of keys derived from the data key. */
export type KeyUse = 'kcv' | 'file' | 'record';

/**
 * Runs `work` with a key derived from the data key (HKDF with SHA-256) and wipes it afterwards.
 *
 * Built from HMACs, since `hkdfSync` copies the data key into memory that cannot be wiped.
 */
export function withDerivedKey<Answer>(
  dataKey: Uint8Array,
  use: KeyUse,
  work: (key: Uint8Array) => Answer,
  salt: Uint8Array = noSalt,
): Answer {
  const extracted = createHmac('sha256', salt).update(dataKey).digest();
  const key = createHmac('sha256', extracted).update(`ffsm/v1/${use}\u0001`).digest();
  try {
    return work(key);
  } finally {
    extracted.fill(0);
    // SECURITY: a derived key opens what it sealed, even while the vault is locked, so it is wiped.
    key.fill(0);
  }
}
