import type { CopyFormat } from '../core/copy-format.ts';
import type { EpochMs } from '../core/time.ts';
import type { AutoLogoutPolicy } from './auto-logout.ts';

declare const brand: unique symbol;

/** The permanent ID of a profile; created only in this file, so that no unchecked string has this type. */
export type ProfileId = string & { readonly [brand]: 'ProfileId' };

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a value has the form of a profile ID: a lowercase UUID. */
export function isProfileId(text: unknown): text is ProfileId {
  return typeof text === 'string' && uuidShape.test(text);
}

/** A string of our own as a profile ID; throws if it does not have the form of one. */
export function asProfileId(text: string): ProfileId {
  if (!isProfileId(text)) throw new Error('Not a profile ID');
  return text;
}

/** A request about one profile. */
export interface ProfileRequest {
  readonly profileId: ProfileId;
}

/** What a server is used for; production is marked wherever it is shown. */
export type Environment = 'none' | 'test' | 'production';

/** All environments, in the order of the menus. */
export const environments: readonly Environment[] = ['none', 'test', 'production'];

/** Where a server's API is: an origin such as `https://10.0.4.7:8443`, and a base path, empty or such as `/api`. */
export interface ServerAddress {
  readonly origin: string;
  readonly basePath: string;
}

/**
 * How the certificate of a server is verified.
 *
 * `system`: by the CAs this computer trusts. `ca`: by exactly one CA chosen for this profile. `pin`: it has to be
 * exactly the certificate that a person compared and accepted.
 */
export type TlsTrust = { readonly mode: 'system' } | OwnAuthority | Pin;

/** Trust in one CA, identified by its SHA-256 fingerprint; the certificate is saved next to the profiles. */
export interface OwnAuthority {
  readonly mode: 'ca';
  readonly fingerprint: string;
  readonly trustedAt: EpochMs;
}

/** Trust in one certificate, identified by its SHA-256 fingerprint. */
export interface Pin {
  readonly mode: 'pin';
  readonly fingerprint: string;
  readonly trustedAt: EpochMs;
  /** The validity of the certificate; absent until this app has seen it. */
  readonly dates?: { readonly validFrom: EpochMs; readonly validTo: EpochMs };
  /** What the certificate says about itself; absent for one that was pinned before this was kept. */
  readonly names?: { readonly subject: string; readonly issuer: string };
}

/**
 * How a server is reached.
 *
 * `system`: by the proxy settings of this computer. `direct`: without proxy. `fixed`: through this proxy, such as
 * `http://10.0.0.1:3128` or `socks5://10.0.0.1:1080`.
 */
export type ProxyChoice =
  | { readonly mode: 'system' }
  | { readonly mode: 'direct' }
  | { readonly mode: 'fixed'; readonly url: string };

/** What is shown of a client certificate; its key is in the vault. */
export interface ClientCertificate {
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: EpochMs;
  readonly validTo: EpochMs;
}

/** One user at one server. Holds no secret, so it is saved in clear text and may cross the bridge. */
export interface Profile {
  readonly id: ProfileId;
  readonly name: string;
  readonly address: ServerAddress;
  readonly userName: string;
  readonly tags: readonly string[];
  readonly environment: Environment;
  readonly favourite: boolean;
  /** Present if the server is left out of every view but "Hidden". */
  readonly hidden?: true;
  /** Its place in the manual order, ascending; absent: after all others, by name. */
  readonly position?: number;
  readonly tls: TlsTrust;
  readonly proxy: ProxyChoice;
  /** Presented to this server if it requests one; absent if there is none. */
  readonly clientCertificate?: ClientCertificate;
  /** The `uuid` that is sent to the server: permanent and readable, so that administrators recognize the session. */
  readonly deviceId: string;
  /** When the app ends the session automatically. */
  readonly lease: AutoLogoutPolicy;
  /** Free text of several lines, saved in the clear; absent if there is none. */
  readonly notes?: string;
  /** The format in which its session is copied; absent: the header line. */
  readonly copyFormat?: CopyFormat;
}

/** A profile as typed, not yet validated. */
export interface Draft {
  readonly address: string;
  readonly name: string;
  readonly userName: string;
  readonly tags: readonly string[];
  readonly environment: Environment;
  /** Absent: those of an edited profile stay as they are. */
  readonly notes?: string;
}

/** A draft with the ID of a probe of its address; null for none. */
export interface DraftRequest {
  readonly draft: Draft;
  readonly finding: string | null;
}

/** Whether everything sent to this server is encrypted. */
export function isEncrypted({ origin }: ServerAddress): boolean {
  return origin.startsWith('https:');
}

/** The address as a person would type it. */
export function addressText(address: ServerAddress): string {
  return address.origin + address.basePath;
}

/** The address without `https://`, for lists; `http://` is kept as a warning. */
export function shortAddress(address: ServerAddress): string {
  return addressText(address).replace(/^https:\/\//, '');
}
