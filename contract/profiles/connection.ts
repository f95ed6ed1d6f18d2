import type { CertificateFacts } from '../core/certificate.ts';
import type { Result } from '../core/result.ts';
import type { ProfileRequest, ProxyChoice } from './profile.ts';

/** By which way a server was reached. */
export type UsedRoute =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: string; readonly chosenBy: 'system' | 'profile' };

/** A file of certificates that a person chose. */
export interface AuthorityFile {
  readonly file: string;
  /** The authorities in it that can be trusted; never empty. */
  readonly authorities: readonly CertificateFacts[];
  /** How many certificates in it cannot: those of servers, and those out of their dates. */
  readonly unusable: number;
}

/** What a person chose about the connection of a profile; null leaves a part as it is. */
export interface ConnectionChoice {
  readonly trust: { readonly mode: 'system' } | { readonly mode: 'ca'; readonly fingerprint: string } | null;
  readonly proxy: ProxyChoice | null;
}

/** What may be asked about the way to a server and whom it has to convince. */
export interface ConnectionCalls {
  /** Lets a person choose the file of an authority and tells what is in it; null if none was chosen. Trusts nothing. */
  chooseAuthority(): Promise<Result<AuthorityFile | null>>;
  /** Facts about the authority that this profile trusts; null if it trusts none of its own. */
  readAuthority(request: ProfileRequest): Promise<Result<CertificateFacts | null>>;
  /** Changes trust and proxy of a profile. An authority has to be one of the file chosen last, or in use already. */
  changeConnection(request: ProfileRequest & { readonly choice: ConnectionChoice }): Promise<Result>;
}
