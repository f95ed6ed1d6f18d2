import type { EpochMs } from './time.ts';

/** Why no connection to a server came about, as far as the network tells. */
export type UnreachableReason =
  | 'name-unknown'
  | 'refused'
  | 'no-route'
  | 'connection-lost'
  | 'no-answer-in-time'
  | 'other';

/** Which proxy stood in the way, and who chose it: the settings of this computer, or a person for this profile. */
export interface WhichProxy {
  readonly host: string;
  /** Host and port of the proxy. */
  readonly proxy: string;
  readonly chosenBy: 'system' | 'profile';
}

/** The proxy stands between this computer and the server; nothing was sent to the server. */
export type ProxyProblem =
  | ({ readonly code: 'proxy-unreachable'; readonly reason: UnreachableReason } & WhichProxy)
  | ({ readonly code: 'proxy-wants-login'; readonly schemes: readonly string[] } & WhichProxy)
  | ({ readonly code: 'proxy-refused'; readonly status: number } & WhichProxy)
  | ({ readonly code: 'proxy-strange' } & WhichProxy)
  /** The settings of this computer name no proxy that this app can use. */
  | { readonly code: 'proxy-settings-strange'; readonly host: string; readonly answer: string };

/** TLS did not come about, for a reason that can be told. */
export type TlsProblem =
  | { readonly code: 'tls-too-old'; readonly host: string }
  | { readonly code: 'tls-refused'; readonly host: string }
  | { readonly code: 'client-certificate-wanted'; readonly host: string }
  /** The address says `http:`, but the port speaks TLS. */
  | { readonly code: 'https-spoken-here'; readonly host: string }
  /** The authority that this profile trusts is not kept here. */
  | { readonly code: 'authority-missing'; readonly host: string; readonly fingerprint: string };

/** The file that was chosen holds no authority that can be trusted. */
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
