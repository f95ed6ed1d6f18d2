import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import type { AuthorityFileProblem } from '../../../contract/core/connection-problem.ts';
import { fail, ok, type Result } from '../../../contract/core/result.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import { certificateFacts } from './certificate-facts.ts';

/** The largest file of certificates that is read, in MB. */
export const maxAuthorityFileMb = 2;
/** The most certificates of one file. */
export const maxCertificates = 500;
/** Far above what any authority has, and small enough to be kept. */
const maxCertificateSize = 64 * 1024;

/** An authority that can be trusted. */
export interface Authority {
  readonly facts: CertificateFacts;
  readonly pem: string;
}

/** The authorities in a file; never none. */
export interface FoundAuthorities {
  readonly authorities: readonly Authority[];
  /** How many other certificates are in it: of servers, or out of their dates. */
  readonly unusable: number;
}

/**
 * Finds the authorities in a file that a person chose, in PEM or DER.
 *
 * A file with a private key is refused whole. A file without any authority that can be trusted gets the sentence that is
 * about its first certificate.
 */
export function readAuthorities(
  bytes: Uint8Array,
  now: EpochMs,
): Result<FoundAuthorities, AuthorityFileProblem> {
  if (bytes.length > maxAuthorityFileMb * 1_000_000)
    return fail({ code: 'authority-file-too-large', megabytes: maxAuthorityFileMb });
  const text = Buffer.from(bytes).toString('latin1');
  // SECURITY: a private key is not ours to read; nothing of a file that holds one is kept (0016).
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text) || isDerKey(bytes))
    return fail({ code: 'authority-file-holds-key' });
  const blocks = text.match(
    /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g,
  );
  if (blocks !== null && blocks.length > maxCertificates)
    return fail({ code: 'authority-file-too-many', most: maxCertificates });
  const certificates = certificatesIn(blocks ?? [bytes]);
  const [first] = certificates;
  if (first === undefined) return fail({ code: 'authority-file-strange' });
  const usable = certificates.filter((certificate) => troubleWith(certificate, now) === null);
  if (usable.length === 0) return fail(troubleWith(first, now) ?? { code: 'authority-file-strange' });
  const authorities = usable.map((certificate) => ({
    facts: certificateFacts(certificate),
    pem: certificate.toString(),
  }));
  return ok({ authorities, unusable: certificates.length - usable.length });
}

/** Each certificate once; none at all if one of them cannot be read. */
function certificatesIn(sources: readonly (string | Uint8Array)[]): readonly X509Certificate[] {
  const found = new Map<string, X509Certificate>();
  try {
    for (const source of sources) {
      const certificate = new X509Certificate(source);
      if (certificate.raw.length > maxCertificateSize) return [];
      found.set(certificate.fingerprint256, certificate);
    }
  } catch {
    return [];
  }
  return [...found.values()];
}

/** Why this certificate cannot be trusted as an authority; null if it can. */
function troubleWith(certificate: X509Certificate, now: EpochMs): AuthorityFileProblem | null {
  const { subject, validFrom, validTo } = certificateFacts(certificate);
  // SECURITY: the certificate of a server vouches for nobody, whatever an administrator calls it (0016).
  if (!certificate.ca) return { code: 'authority-is-none', subject };
  if (now < validFrom || now > validTo) return { code: 'authority-out-of-date', subject, validFrom, validTo };
  return null;
}

function isDerKey(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  return (['pkcs8', 'pkcs1', 'sec1'] as const).some((type) => {
    try {
      createPrivateKey({ key: Buffer.from(bytes), format: 'der', type });
      return true;
    } catch (error) {
      // An encrypted key asks for its passphrase.
      return error instanceof Error && 'code' in error && error.code === 'ERR_MISSING_PASSPHRASE';
    }
  });
}
