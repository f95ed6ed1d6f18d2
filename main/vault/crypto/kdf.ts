import { randomBytes, scrypt } from 'node:crypto';
import * as v from 'valibot';
import { base64 } from './base64-schema.ts';
import { normalised } from './passphrase.ts';

/** As hard as ours, or twice that: 256 MiB and about a second. */
const hardest = 2 ** 18;

/** How a key is made from a passphrase, as files say it. */
export const kdfSchema = v.pipe(
  v.strictObject({
    name: v.literal('scrypt'),
    // SECURITY: bounds keep a hostile file from taking gigabytes of memory, or minutes.
    N: v.picklist([2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18]),
    r: v.literal(8),
    p: v.picklist([1, 2, 3, 4]),
    salt: base64(16),
  }),
  v.check(({ N, p }) => N * p <= hardest),
);

/** The parameters of one derivation. */
export type Kdf = v.InferOutput<typeof kdfSchema>;

/** Parameters for a new passphrase, with a salt of its own: about 0.6 s and 128 MiB on a desktop. */
export function newKdf(): Kdf {
  return { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: randomBytes(16).toString('base64') };
}

/** Makes 32 bytes from a passphrase, away from the main thread; takes long on purpose. */
export function deriveKey(passphrase: string, { N, r, p, salt }: Kdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(normalised(passphrase), Buffer.from(salt, 'base64'), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
