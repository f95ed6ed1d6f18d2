import { createHmac } from 'node:crypto';

const noSalt = new Uint8Array(0);

/** What the keys are for that are derived from the data key. */
export type KeyUse = 'kcv' | 'file' | 'record';

/**
 * Does some work with a key that is derived from the data key (HKDF with SHA-256), and wipes it afterwards.
 *
 * Made of HMACs, because `hkdfSync` copies the data key to where only the garbage collector ends it.
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
    // SECURITY: whoever has a derived key opens what it sealed, also behind the lock.
    key.fill(0);
  }
}
