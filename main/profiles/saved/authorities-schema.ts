import { createHash, X509Certificate } from 'node:crypto';
import * as v from 'valibot';

/** Maximum number of saved CAs. */
export const maxAuthorities = 1_000;

/** A CA from a file that a person chose; profiles refer to it by fingerprint. */
export interface SavedAuthority {
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  readonly pem: string;
}

const authority = v.pipe(
  v.object({
    fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    pem: v.pipe(v.string(), v.maxLength(100_000)),
  }),
  // SECURITY: profiles refer to a CA by fingerprint, so the certificate has to match it (0016).
  v.check(({ fingerprint, pem }) => fingerprintOfPem(pem) === fingerprint),
);

/** The saved CAs in `profiles.json`. */
export const savedAuthorities = v.pipe(v.array(authority), v.maxLength(maxAuthorities));

/** The valid CAs of a damaged file. */
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
