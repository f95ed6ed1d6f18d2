import type { EpochMs } from './time.ts';

/** What a certificate says about itself; for comparison by a person, not to be trusted. */
export interface CertificateFacts {
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly validFrom: EpochMs;
  readonly validTo: EpochMs;
}
