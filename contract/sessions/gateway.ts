import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { ProfileId, ProfileRequest } from '../profiles/profile.ts';

/** What a gateway lets through: `read` only `GET` and `HEAD`. */
export const gatewayAccesses = ['read', 'write'] as const;
export type GatewayAccess = (typeof gatewayAccesses)[number];

/** How long a gateway may stay open, in minutes. */
export const gatewayMinutes = [15, 60, 480] as const;
export type GatewayMinutes = (typeof gatewayMinutes)[number];

/** Why a gateway was closed. */
export type GatewayEnd =
  | 'asked'
  | 'time'
  | 'lock'
  | 'quit'
  | 'removed'
  | 'edited'
  | 'session-ended'
  | 'replaced';

/** Maximum length of the path that a gateway is limited to, in characters. */
export const maxGatewayPath = 200;

/** An open gateway. Its address holds a key, so the page does not receive it. */
export interface Gateway {
  readonly profileId: ProfileId;
  readonly access: GatewayAccess;
  /** The path that requests have to begin with, with a slash at both ends; `/`: any. */
  readonly path: string;
  readonly endsAt: EpochMs;
  /** The requests that were forwarded so far. */
  readonly requests: number;
}

/** The calls about gateways, at most one for each profile. */
export interface GatewayCalls {
  /** Opens a gateway once the person has confirmed it, and copies its address. False: not confirmed. */
  openGateway(
    request: ProfileRequest & {
      readonly minutes: GatewayMinutes;
      readonly access: GatewayAccess;
      /** As typed; empty: any. */
      readonly path: string;
    },
  ): Promise<Result<boolean>>;
  /** Copies the address of the open gateway again. */
  copyGatewayAddress(request: ProfileRequest): Promise<Result>;
  closeGateway(request: ProfileRequest): Promise<Result>;
}
