import type { CertificateFacts } from '../core/certificate.ts';
import type { Result } from '../core/result.ts';
import type { ProfileId, ServerAddress, TlsTrust } from './profile.ts';
import type { ServerInfo } from './server-info.ts';

/** What stands at an address, found out without a user name, a password or a token. */
export interface ProbeResult {
  /** The name of this finding, for the call that saves what it found. */
  readonly id: string;
  /** Where the server's API answers. */
  readonly address: ServerAddress;
  /** Does the address only complete what was typed, or does it say something else? */
  readonly completesTyped: boolean;
  /** What the server tells; null if it answers like FindFace, but does not say how people log in. */
  readonly server: ServerInfo | null;
  /** How its certificate was judged; null over plain HTTP. */
  readonly certificate: {
    readonly judgedBy: TlsTrust['mode'];
    readonly facts: CertificateFacts;
  } | null;
  /** Another address that the server names for itself; to be offered, never to be taken unasked. */
  readonly elsewhere: ServerAddress | null;
}

/** What a person decided to trust: exactly this certificate, or an authority; both by fingerprint. */
export interface TrustDecision {
  readonly mode: Exclude<TlsTrust['mode'], 'system'>;
  readonly fingerprint: string;
}

/** What is to be looked at, and how. */
export interface ProbeRequest {
  /** The address as typed. */
  readonly address: string;
  /** A certificate has to be one that an earlier probe was shown, an authority one of the file chosen last. */
  readonly trusting: TrustDecision | null;
  /** The profile that is being changed, whose trust holds for its own server; null for a new one. */
  readonly profileId: ProfileId | null;
}

/** The calls that look at servers before anybody logs in. */
export interface ProbeCalls {
  /**
   * Looks at an address without any credential; a probe that is still under way is given up for it, and ends as
   * `cancelled`. A certificate that nobody vouches for gets no byte of HTTP: it comes back as a problem.
   */
  probe(request: ProbeRequest): Promise<Result<ProbeResult>>;
  /** Gives up the probe that is under way. */
  cancelProbe(): Promise<Result>;
}
