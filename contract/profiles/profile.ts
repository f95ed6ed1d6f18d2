import type { EpochMs } from '../core/time.ts';
import type { AutoLogoutPolicy } from './auto-logout.ts';

declare const brand: unique symbol;

/** The lasting name of a profile; made in one place (`parse.ts`), so that no other text passes for one. */
export type ProfileId = string & { readonly [brand]: 'ProfileId' };

/** A request about one profile. */
export interface ProfileRequest {
  readonly profileId: ProfileId;
}

/** What a server is used for; production is marked wherever it shows. */
export type Environment = 'none' | 'test' | 'production';

/** Every environment, in the order in which they are offered. */
export const environments: readonly Environment[] = ['none', 'test', 'production'];

/** Where a server answers: an origin such as `https://10.0.4.7:8443`, and a base path, empty or such as `/api`. */
export interface ServerAddress {
  readonly origin: string;
  readonly basePath: string;
}

/**
 * How a server's certificate is judged.
 *
 * `system`: by the authorities this computer knows. `ca`: by the one authority that a person chose for this profile.
 * `pin`: it must be exactly the one that a person compared and trusted.
 */
export type TlsTrust = { readonly mode: 'system' } | OwnAuthority | Pin;

/** Trust in one authority alone, known by its SHA-256 fingerprint; its certificate is kept beside the profiles. */
export interface OwnAuthority {
  readonly mode: 'ca';
  readonly fingerprint: string;
  readonly trustedAt: EpochMs;
}

/** Trust in one certificate alone, known by its SHA-256 fingerprint. */
export interface Pin {
  readonly mode: 'pin';
  readonly fingerprint: string;
  readonly trustedAt: EpochMs;
  /** From when until when the certificate says it is good; absent while nobody has seen it here. */
  readonly dates?: { readonly validFrom: EpochMs; readonly validTo: EpochMs };
}

/**
 * By which way a server is reached.
 *
 * `system`: as the settings of this computer say. `direct`: without any proxy. `fixed`: through this one, such as
 * `http://10.0.0.1:3128` or `socks5://10.0.0.1:1080`.
 */
export type ProxyChoice =
  | { readonly mode: 'system' }
  | { readonly mode: 'direct' }
  | { readonly mode: 'fixed'; readonly url: string };

/** Who you are at one server. Holds no secret, so it is kept in the clear and may cross the bridge. */
export interface Profile {
  readonly id: ProfileId;
  readonly name: string;
  readonly address: ServerAddress;
  readonly userName: string;
  readonly tags: readonly string[];
  readonly environment: Environment;
  readonly favourite: boolean;
  readonly tls: TlsTrust;
  readonly proxy: ProxyChoice;
  /** The `uuid` this profile shows the server: stable and readable, so that its session can be recognised there. */
  readonly deviceId: string;
  /** When the app ends the session automatically. */
  readonly lease: AutoLogoutPolicy;
}

/** A profile as typed, not yet accepted. */
export interface Draft {
  readonly address: string;
  readonly name: string;
  readonly userName: string;
  readonly tags: readonly string[];
  readonly environment: Environment;
}

/** A draft, and the name of what a probe of its address found; null if nothing is to be taken over from one. */
export interface DraftRequest {
  readonly draft: Draft;
  readonly finding: string | null;
}

/** The address as a person would type it. */
export function addressText(address: ServerAddress): string {
  return address.origin + address.basePath;
}

/** The address without `https://`, as lists show it; `http://` stays, since it is a warning. */
export function shortAddress(address: ServerAddress): string {
  return addressText(address).replace(/^https:\/\//, '');
}
