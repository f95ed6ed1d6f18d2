import type { EpochMs } from './time.ts';

/** Why no connection was established, as far as the network stack tells. */
export type UnreachableReason =
  | 'name-unknown'
  | 'refused'
  | 'no-route'
  | 'connection-lost'
  | 'no-answer-in-time'
  | 'other';

/** The proxy that failed, and whether the system's settings or the profile chose it. */
export interface WhichProxy {
  readonly host: string;
  /** Host and port of the proxy. */
  readonly proxy: string;
  readonly chosenBy: 'system' | 'profile';
}

/** The proxy failed; nothing was sent to the server. */
export type ProxyProblem =
  | ({ readonly code: 'proxy-unreachable'; readonly reason: UnreachableReason } & WhichProxy)
  | ({ readonly code: 'proxy-wants-login'; readonly schemes: readonly string[] } & WhichProxy)
  | ({ readonly code: 'proxy-refused'; readonly status: number } & WhichProxy)
  | ({ readonly code: 'proxy-strange' } & WhichProxy)
  /** The system's settings contain no proxy that this app supports. */
  | { readonly code: 'proxy-settings-strange'; readonly host: string; readonly answer: string };

/** The TLS handshake failed for a known reason. */
export type TlsProblem =
  | { readonly code: 'tls-too-old'; readonly host: string }
  | { readonly code: 'tls-refused'; readonly host: string }
  | ClientCertificateProblem
  /** The address is `http:`, but the port expects TLS. */
  | { readonly code: 'https-spoken-here'; readonly host: string }
  /** The custom CA of the profile is not saved. */
  | { readonly code: 'authority-missing'; readonly host: string; readonly fingerprint: string };

/** Why a server did not accept a client certificate. */
export type CertificateRefusal = 'unknown-ca' | 'expired' | 'revoked' | 'other';

/** The server wants a client certificate, and there is none that it accepts. */
export type ClientCertificateProblem =
  | { readonly code: 'client-certificate-wanted'; readonly host: string }
  | {
      readonly code: 'client-certificate-refused';
      readonly host: string;
      readonly reason: CertificateRefusal;
    }
  /** Outside its validity; nothing was sent. */
  | {
      readonly code: 'client-certificate-out-of-date';
      readonly subject: string;
      readonly validFrom: EpochMs;
      readonly validTo: EpochMs;
    }
  /** Its key cannot be opened now; nothing was sent. */
  | { readonly code: 'client-certificate-unreadable'; readonly host: string };

/** The chosen file contains no usable client certificate. */
export type ClientCertificateFileProblem =
  | { readonly code: 'client-certificate-file-unreadable' }
  | { readonly code: 'client-certificate-file-too-large'; readonly megabytes: number }
  | { readonly code: 'client-certificate-file-strange' }
  | { readonly code: 'client-certificate-password-wrong' }
  /** The file is encrypted in a way that this app does not know. */
  | { readonly code: 'client-certificate-cipher-unknown' }
  | { readonly code: 'client-certificate-key-missing' }
  | { readonly code: 'client-certificate-missing' }
  | { readonly code: 'client-certificate-key-mismatch' }
  | { readonly code: 'client-certificate-not-chosen' }
  /** The vault takes no key: it is not open, or in memory only. */
  | { readonly code: 'client-certificate-not-kept' };

/** The chosen file contains no usable CA. */
export type AuthorityFileProblem =
  | { readonly code: 'authority-file-unreadable' }
  | { readonly code: 'authority-file-too-large'; readonly megabytes: number }
  | { readonly code: 'authority-file-holds-key' }
  | { readonly code: 'authority-file-strange' }
  | { readonly code: 'authority-file-too-many'; readonly most: number }
  | { readonly code: 'authority-is-none'; readonly subject: string }
  | {
      readonly code: 'authority-out-of-date';
      readonly subject: string;
      readonly validFrom: EpochMs;
      readonly validTo: EpochMs;
    }
  | { readonly code: 'authority-not-chosen' };
