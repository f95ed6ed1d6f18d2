import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { ClientCertificateProblem } from '../../../contract/core/connection-problem.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import type { ClientCertificate } from '../../../contract/profiles/profile.ts';
import { certificateFacts, fingerprint } from './certificate-facts.ts';

/** The client certificate of a profile; its key is asked for at each connection and kept by nobody. */
export interface ClientCredentials {
  readonly certificate: ClientCertificate;
  /** Its private key and its chain, in PEM; null if they cannot be opened now. */
  reveal(): string | null;
}

/** The two parts of what is presented, in PEM. */
export interface KeyAndChain {
  readonly key: string;
  readonly cert: string;
}

/** Thrown if the client certificate of a profile cannot be presented; nothing was sent to the server. */
export class ClientCertificateUnusable extends Error {
  constructor(readonly reason: 'out-of-date' | 'unreadable') {
    super('Client certificate unusable');
    this.name = 'ClientCertificateUnusable';
  }
}

/** The key and the chain to present; throws `ClientCertificateUnusable`. */
export function presentable({ certificate, reveal }: ClientCredentials, now: EpochMs): KeyAndChain {
  const { validFrom, validTo } = certificate;
  if (now < validFrom || now > validTo) throw new ClientCertificateUnusable('out-of-date');
  const pem = reveal();
  const parts = pem === null ? null : keyAndChain(pem);
  // SECURITY: what is presented is the certificate that the person saw when it was chosen (0044).
  if (parts === null || fingerprint(new X509Certificate(parts.cert)) !== certificate.fingerprint)
    throw new ClientCertificateUnusable('unreadable');
  return parts;
}

/** Takes a PEM text apart; null if it has no key or no certificate. */
export function keyAndChain(pem: string): KeyAndChain | null {
  const key = pem.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/)?.[0];
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  return key === undefined || certificates === null ? null : { key, cert: certificates.join('\n') };
}

/** The certificate in a key and chain that were backed up; null if there is none, or it does not fit the key. */
export function certificateOfKey(pem: string | null): ClientCertificate | null {
  const parts = pem === null ? null : keyAndChain(pem);
  if (parts === null) return null;
  try {
    const certificate = new X509Certificate(parts.cert);
    if (!certificate.checkPrivateKey(createPrivateKey(parts.key))) return null;
    const { fingerprint, subject, issuer, validFrom, validTo } = certificateFacts(certificate);
    return { fingerprint, subject, issuer, validFrom, validTo };
  } catch {
    return null;
  }
}

/** The problem for a client certificate that cannot be presented to a host. */
export function unusableProblem(
  { reason }: ClientCertificateUnusable,
  { subject, validFrom, validTo }: ClientCertificate,
  host: string,
): ClientCertificateProblem {
  return reason === 'out-of-date'
    ? { code: 'client-certificate-out-of-date', subject, validFrom, validTo }
    : { code: 'client-certificate-unreadable', host };
}
