import { createHash, type X509Certificate } from 'node:crypto';
import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import type { DistrustReason } from '../../../contract/core/problem.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import type { Pin } from '../../../contract/profiles/profile.ts';
import { sanitizeText } from '../http/sanitize-text.ts';

/** The details of a certificate for display, with its texts sanitized. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  return {
    fingerprint: fingerprint(certificate),
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: namesIn(certificate.subjectAltName ?? ''),
    validFrom: readDate(certificate.validFrom),
    validTo: readDate(certificate.validTo),
  };
}

/** Trust in exactly this certificate from now on. */
export function pinOf(certificate: CertificateFacts, now: EpochMs): Pin {
  const { fingerprint, subject, issuer, validFrom, validTo } = certificate;
  const dates = { validFrom, validTo };
  return { mode: 'pin', fingerprint, trustedAt: now, dates, names: { subject, issuer } };
}

/** SHA-256 of the certificate, 64 lower-case hexadecimal digits; this is what is pinned. */
export function fingerprint(certificate: X509Certificate): string {
  return createHash('sha256').update(certificate.raw).digest('hex');
}

const reasons = new Map<string, DistrustReason>([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'issuer-unknown'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'issuer-unknown'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'issuer-unknown'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'issuer-unknown'],
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'not-yet-valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-host'],
  ['HOSTNAME_MISMATCH', 'wrong-host'],
]);

const otherReasons = new Set(
  `AKID_ISSUER_SERIAL_MISMATCH AKID_SKID_MISMATCH CA_KEY_TOO_SMALL CA_MD_TOO_WEAK CERT_CHAIN_TOO_LONG
   CERT_REJECTED CERT_REVOKED CERT_SIGNATURE_FAILURE CERT_UNTRUSTED EE_KEY_TOO_SMALL INVALID_CA INVALID_PURPOSE
   ERROR_IN_CERT_NOT_AFTER_FIELD ERROR_IN_CERT_NOT_BEFORE_FIELD KEYUSAGE_NO_CERTSIGN PATH_LENGTH_EXCEEDED
   PERMITTED_VIOLATION EXCLUDED_VIOLATION UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY UNABLE_TO_DECRYPT_CERT_SIGNATURE
   ERR_TLS_CERT_ALTNAME_FORMAT`.split(/\s+/),
);

/** Why a certificate is not trusted, by the code of a TLS error; null for other errors. */
export function distrustReason(code: string | null): DistrustReason | null {
  if (code === null) return null;
  return reasons.get(code) ?? (otherReasons.has(code) ? 'other' : null);
}

function oneLine(name: string | undefined): string {
  return sanitizeText((name ?? '').replaceAll('\n', ', '), 300);
}

/** `DNS:a.example, IP Address:10.0.0.1` without the types; Node quotes names with special characters. */
function namesIn(alternatives: string): readonly string[] {
  const entries = alternatives.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  return entries.slice(0, 100).map((entry) => sanitizeText(entry.replace(/^\s*[\w ]+:/, ''), 255));
}

function readDate(text: string): EpochMs {
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : at;
}
