import type { CertificateFacts } from '../core/certificate.ts';
import type { Result } from '../core/result.ts';
import type { ProfileId, ServerAddress, TlsTrust } from './profile.ts';
import type { ServerInfo } from './server-info.ts';

/** What answers at an address, found out without user name, password or token. */
export interface ProbeResult {
  /** The ID of this result, for the call that saves the profile. */
  readonly id: string;
  /** Where the API answers. */
  readonly address: ServerAddress;
  /** Whether the address only completes what was typed. */
  readonly completesTyped: boolean;
  /** The server info; null if FindFace answers but does not give it. */
  readonly server: ServerInfo | null;
  /** How its certificate was verified; null over plain HTTP. */
  readonly certificate: {
    readonly judgedBy: TlsTrust['mode'];
    readonly facts: CertificateFacts;
  } | null;
  /** Another address that the server gives for itself; a suggestion, never used automatically. */
  readonly elsewhere: ServerAddress | null;
}

/** What the person decided to trust: one certificate, or a CA; both by fingerprint. */
export interface TrustDecision {
  readonly mode: Exclude<TlsTrust['mode'], 'system'>;
  readonly fingerprint: string;
}

/** What to probe, and how. */
export interface ProbeRequest {
  /** The address as typed. */
  readonly address: string;
  /** A certificate has to be from an earlier probe, a CA from the file chosen last. */
  readonly trusting: TrustDecision | null;
  /** The profile being edited, whose trust applies to its own server; null for a new one. */
  readonly profileId: ProfileId | null;
}

/** The calls that probe servers before a log-in. */
export interface ProbeCalls {
  /**
   * Probes an address without credentials; a running probe is aborted and ends as `cancelled`. If the certificate is
   * not trusted, no HTTP is sent and a problem is returned.
   */
  probe(request: ProbeRequest): Promise<Result<ProbeResult>>;
  /** Aborts the running probe. */
  cancelProbe(): Promise<Result>;
}
