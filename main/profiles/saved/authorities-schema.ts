import { createHash, X509Certificate } from 'node:crypto';
import * as v from 'valibot';

/** The most authorities that are kept. */
export const maxAuthorities = 1_000;

/** An authority that a person chose, for whichever profiles name its fingerprint. */
export interface SavedAuthority {
  /** SHA-256 of the whole certificate, 64 lowercase hex digits. */
  readonly fingerprint: string;
  readonly pem: string;
}

const authority = v.pipe(
  v.object({
    fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    pem: v.pipe(v.string(), v.maxLength(100_000)),
  }),
  // SECURITY: profiles name an authority by its fingerprint, so no other certificate may stand behind it (0016).
  v.check(({ fingerprint, pem }) => fingerprintOfPem(pem) === fingerprint),
);

/** The kept authorities, as they stand in `profiles.json`. */
export const savedAuthorities = v.pipe(v.array(authority), v.maxLength(maxAuthorities));

/** The authorities of a broken file that are whole. */
export function salvagedAuthorities(raw: unknown): readonly SavedAuthority[] {
  const found = v.safeParse(v.object({ authorities: v.array(v.unknown()) }), raw);
  if (!found.success) return [];
  const read = found.output.authorities
    .slice(0, maxAuthorities)
    .map((entry) => v.safeParse(authority, entry));
  return read.flatMap((entry) => (entry.success ? [entry.output] : []));
}

function fingerprintOfPem(pem: string): string | null {
  try {
    return createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
  } catch {
    return null;
  }
}
