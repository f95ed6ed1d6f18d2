import { X509Certificate } from 'node:crypto';
import { certificateFacts } from '../../../main/servers/tls/certificate-facts.ts';
import type { ClientCredentials } from '../../../main/servers/tls/client-certificate.ts';
import type { Issued } from './small-authority.ts';

/** A client certificate as a profile has it. */
export function credentialsOf({ cert, chain, key }: Issued): ClientCredentials {
  const { fingerprint, subject, issuer, validFrom, validTo } = certificateFacts(new X509Certificate(cert));
  const certificate = { fingerprint, subject, issuer, validFrom, validTo };
  return { certificate, reveal: () => key + chain };
}
