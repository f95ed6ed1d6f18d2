import type { CertificateFacts } from '../core/certificate.ts';
import type { Result } from '../core/result.ts';
import type { ClientCertificate, ProfileRequest, ProxyChoice } from './profile.ts';

/** The route of a connection. */
export type UsedRoute =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: string; readonly chosenBy: 'system' | 'profile' };

/** A CA file that was chosen. */
export interface AuthorityFile {
  readonly file: string;
  /** The usable CAs in it; at least one. */
  readonly authorities: readonly CertificateFacts[];
  /** Number of unusable certificates in it: of servers, or outside their validity. */
  readonly unusable: number;
}

/** A file with a client certificate that was chosen; null: it opens only with its password. */
export interface ClientCertificateFile {
  readonly file: string;
  readonly certificate: ClientCertificate | null;
}

/** A choice of connection settings; null leaves a part unchanged, and so does an absent certificate. */
export interface ConnectionChoice {
  readonly trust: { readonly mode: 'system' } | { readonly mode: 'ca'; readonly fingerprint: string } | null;
  readonly proxy: ProxyChoice | null;
  /** From the file chosen last. */
  readonly certificate?: { readonly mode: 'none' } | { readonly mode: 'file'; readonly fingerprint: string };
}

/** The calls about trust and proxy. */
export interface ConnectionCalls {
  /** Lets the person choose a CA file and returns its content; null if cancelled. Trusts nothing. */
  chooseAuthority(): Promise<Result<AuthorityFile | null>>;
  /** The details of the profile's custom CA; null if it has none. */
  readAuthority(request: ProfileRequest): Promise<Result<CertificateFacts | null>>;
  /** Lets the person choose a file with a client certificate and its key; null if cancelled. Nothing is kept yet. */
  chooseClientCertificate(): Promise<Result<ClientCertificateFile | null>>;
  /** Opens the file chosen last with its password. */
  openClientCertificate(request: { readonly password: string }): Promise<Result<ClientCertificate>>;
  /** Forgets the file chosen last. */
  dropClientCertificate(): Promise<Result>;
  /**
   * Changes trust, proxy and client certificate of a profile. A CA has to be from the file chosen last, or already in
   * use.
   */
  changeConnection(request: ProfileRequest & { readonly choice: ConnectionChoice }): Promise<Result>;
}
