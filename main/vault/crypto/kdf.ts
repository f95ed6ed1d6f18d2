import { randomBytes, scrypt } from 'node:crypto';
import * as v from 'valibot';
import { base64 } from './base64-schema.ts';
import { normalised } from './passphrase.ts';

/** Upper limit for N × p: twice our own cost, that is 256 MiB and about one second. */
const hardest = 2 ** 18;

/** The parameters of a key derivation as stored in files. */
export const kdfSchema = v.pipe(
  v.strictObject({
    name: v.literal('scrypt'),
    // SECURITY: limits, so that a hostile file cannot take gigabytes of memory or minutes.
    N: v.picklist([2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18]),
    r: v.literal(8),
    p: v.picklist([1, 2, 3, 4]),
    salt: base64(16),
  }),
  v.check(({ N, p }) => N * p <= hardest),
);

/** The parameters of one derivation. */
export type Kdf = v.InferOutput<typeof kdfSchema>;

/** The cost of a new passphrase, as scrypt's N: about 0.6 s and 128 MiB on a desktop. */
export const newKdfCost = 2 ** 17;

/** Parameters for a new passphrase with a random salt. */
export function newKdf(cost: Kdf['N'] = newKdfCost): Kdf {
  return { name: 'scrypt', N: cost, r: 8, p: 1, salt: randomBytes(16).toString('base64') };
}

/** Derives 32 bytes from a passphrase (scrypt) in the thread pool; slow by design. */
export function deriveKey(passphrase: string, { N, r, p, salt }: Kdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(normalised(passphrase), Buffer.from(salt, 'base64'), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
