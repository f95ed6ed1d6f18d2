import type { AuthType } from '../../contract/profiles/server-info.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';

/** The login method that is offered first. */
export type PreferredLoginMethod = 'password' | 'face';

/** The dialog that a log-in opens: face if the server requires it, else password. */
export function preferredLoginMethod(authType: AuthType | null): PreferredLoginMethod {
  return authType === 'face' || authType === 'face_and_password' ? 'face' : 'password';
}

/** Whether a face log-in is possible; also assumed for an unknown `AUTH_TYPE`. */
export function isFaceOffered(authType: AuthType | null): boolean {
  return authType !== 'password';
}

/** Whether a face can renew this session. */
export function isRenewable({ session, server }: Pick<Row, 'session' | 'server'>): boolean {
  if (!hasToken(stableSession(session)) || server === null) return false;
  const isByFace = server.authType === 'face' || server.authType === 'face_or_password';
  return isByFace && server.needsRenewal && (server.renewIntervalSeconds ?? 0) > 0;
}
