import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import type { AuthorityFileProblem } from '../../../contract/core/connection-problem.ts';
import { fail, ok, type Result } from '../../../contract/core/result.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import { certificateFacts } from './certificate-facts.ts';

/** Maximum size of a certificate file, in MB. */
export const maxAuthorityFileMb = 2;
/** Maximum number of certificates in a file. */
const maxCertificates = 500;
/** In bytes; far more than any CA certificate has. */
const maxCertificateSize = 64 * 1024;

/** A CA that can be trusted. */
export interface Authority {
  readonly facts: CertificateFacts;
  readonly pem: string;
}

/** The CAs in a file; at least one. */
export interface FoundAuthorities {
  readonly authorities: readonly Authority[];
  /** Number of unusable certificates in it: of servers, or outside their validity. */
  readonly unusable: number;
}

/**
 * Finds the CAs in a chosen file, in PEM or DER.
 *
 * A file with a private key is rejected. A file without a usable CA fails with the problem of its first certificate.
 */
export function readAuthorities(
  bytes: Uint8Array,
  now: EpochMs,
): Result<FoundAuthorities, AuthorityFileProblem> {
  if (bytes.length > maxAuthorityFileMb * 1_000_000)
    return fail({ code: 'authority-file-too-large', megabytes: maxAuthorityFileMb });
  const text = Buffer.from(bytes).toString('latin1');
  // SECURITY: a file with a private key is rejected, and nothing of it is kept (0016).
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

/** The certificates without duplicates; empty if one of them cannot be parsed. */
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

/** Why a certificate cannot be trusted as a CA; null if it can. */
function troubleWith(certificate: X509Certificate, now: EpochMs): AuthorityFileProblem | null {
  const { subject, validFrom, validTo } = certificateFacts(certificate);
  // SECURITY: a server certificate (CA:FALSE) is not accepted as a CA (0016).
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
      // OpenSSL reports an encrypted key by asking for its passphrase.
      return error instanceof Error && 'code' in error && error.code === 'ERR_MISSING_PASSPHRASE';
    }
  });
}
