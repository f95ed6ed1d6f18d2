import type { CertificateFacts } from '../core/certificate.ts';
import type { Result } from '../core/result.ts';
import type { ProfileRequest, ProxyChoice } from './profile.ts';

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

/** A choice of connection settings; null leaves a part unchanged. */
export interface ConnectionChoice {
  readonly trust: { readonly mode: 'system' } | { readonly mode: 'ca'; readonly fingerprint: string } | null;
  readonly proxy: ProxyChoice | null;
}

/** The calls about trust and proxy. */
export interface ConnectionCalls {
  /** Lets the person choose a CA file and returns its content; null if cancelled. Trusts nothing. */
  chooseAuthority(): Promise<Result<AuthorityFile | null>>;
  /** The details of the profile's custom CA; null if it has none. */
  readAuthority(request: ProfileRequest): Promise<Result<CertificateFacts | null>>;
  /** Changes trust and proxy of a profile. A CA has to be from the file chosen last, or already in use. */
  changeConnection(request: ProfileRequest & { readonly choice: ConnectionChoice }): Promise<Result>;
}
