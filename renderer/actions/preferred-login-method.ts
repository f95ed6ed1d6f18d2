import type { AuthType } from '../../contract/profiles/server-info.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';

/** Which way into a server is offered first. */
export type PreferredLoginMethod = 'password' | 'face';

/** The door that a login opens: the face where the server wants one, else the password. */
export function preferredLoginMethod(authType: AuthType | null): PreferredLoginMethod {
  return authType === 'face' || authType === 'face_and_password' ? 'face' : 'password';
}

/** Can a face be shown at all? Also to a server that has not told how people log in. */
export function isFaceOffered(authType: AuthType | null): boolean {
  return authType !== 'password';
}

/** Can the end of this session be moved by a face? */
export function isRenewable({ session, server }: Pick<Row, 'session' | 'server'>): boolean {
  if (!hasToken(stableSession(session)) || server === null) return false;
  const isByFace = server.authType === 'face' || server.authType === 'face_or_password';
  return isByFace && server.needsRenewal && (server.renewIntervalSeconds ?? 0) > 0;
}
