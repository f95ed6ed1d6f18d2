import type { EpochMs } from '../core/time.ts';

/** Every way in which a FindFace server lets people log in. */
export const authTypes = ['password', 'face', 'face_or_password', 'face_and_password'] as const;

/** How people log in to a server. */
export type AuthType = (typeof authTypes)[number];

/** What a server tells everybody about itself, without a login; kept with each profile. */
export interface ServerInfo {
  /** Null: in a way that this app does not know. */
  readonly authType: AuthType | null;
  /** How long a session lasts from its login on; null if the server does not say. */
  readonly sessionSeconds: number | null;
  /** Must a session be renewed by a new face video? */
  readonly needsRenewal: boolean;
  /** How often it must be; null if the server does not say. */
  readonly renewIntervalSeconds: number | null;
  readonly activeDirectory: boolean;
  /** Is the plug-in for logging in with a certificate installed? */
  readonly cproauth: boolean;
  /** The languages in which the server speaks, as far as it says. */
  readonly languages: readonly string[];
  readonly seenAt: EpochMs;
}

/** Whether a person cannot log in with a password alone. */
export function needsFace({ authType }: Pick<ServerInfo, 'authType'>): boolean {
  return authType === 'face' || authType === 'face_and_password';
}
