import type { EpochMs } from '../core/time.ts';

/** The values of `AUTH_TYPE` in FindFace's configuration. */
export const authTypes = ['password', 'face', 'face_or_password', 'face_and_password'] as const;

/** How people log in to a server. */
export type AuthType = (typeof authTypes)[number];

/** What `/config.json` says without a log-in; saved with each profile. */
export interface ServerInfo {
  /** Null: a type that this app does not know. */
  readonly authType: AuthType | null;
  /** Session length in seconds; null if the server does not say. */
  readonly sessionSeconds: number | null;
  /** Whether sessions have to be renewed with a face video. */
  readonly needsRenewal: boolean;
  /** The renewal interval in seconds; null if the server does not say. */
  readonly renewIntervalSeconds: number | null;
  readonly activeDirectory: boolean;
  /** Whether the plug-in for certificate log-in is installed. */
  readonly cproauth: boolean;
  /** The languages of the server, as far as it lists them. */
  readonly languages: readonly string[];
  readonly seenAt: EpochMs;
}

/** Whether a password alone is not enough to log in. */
export function needsFace({ authType }: Pick<ServerInfo, 'authType'>): boolean {
  return authType === 'face' || authType === 'face_and_password';
}
