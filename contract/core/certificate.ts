import type { EpochMs } from './time.ts';

/** What a server's certificate says about itself; shown for comparison, nothing in it is trusted. */
export interface CertificateFacts {
  /** SHA-256 of the whole certificate, 64 lowercase hex digits. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly validFrom: EpochMs;
  readonly validTo: EpochMs;
}
