import { X509Certificate } from 'node:crypto';
import { type Certificate, newKey, signCertificate } from '../../emulator/http/sign-certificate.ts';

/** A certificate with its key and its chain. */
export interface Issued extends Certificate {
  /** The certificate and its intermediates, as servers send them. */
  readonly chain: string;
}

interface Wish {
  readonly issuer?: Issued;
  readonly ca?: boolean;
  /** DNS names, wildcards and IP addresses. */
  readonly names?: readonly string[];
  /** Its validity in days from now: from and until; by default from now for 30 days. */
  readonly days?: readonly [number, number];
}

const dayMs = 24 * 3600 * 1000;

/** Issues a certificate; self-signed without an issuer. */
export function issue(
  commonName: string,
  { issuer, ca = false, names = [], days = [0, 30] }: Wish = {},
): Issued {
  const key = newKey();
  const [from, until] = [new Date(Date.now() + days[0] * dayMs), new Date(Date.now() + days[1] * dayMs)];
  const cert = signCertificate(key, { commonName, names, ca, onlySigns: ca, from, until }, issuer);
  return { key, cert, chain: cert + (issuer?.chain ?? '') };
}

/** SHA-256 fingerprint of a PEM certificate, 64 hexadecimal digits. */
export function printOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
}
