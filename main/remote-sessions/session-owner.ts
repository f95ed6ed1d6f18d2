import type { Profile } from '../../contract/profiles/profile.ts';
import type { SessionFilter, SessionOwner } from '../../contract/sessions/remote-sessions.ts';
import type { User } from '../../contract/sessions/user.ts';
import { readComputer } from '../profiles/device-id.ts';
import type { ListedSession } from '../servers/responses/sessions-response.ts';
import type { SessionsQuery } from '../servers/sessions-requests.ts';

/** Who looks at a list of sessions. */
export interface Viewer {
  readonly profile: Pick<Profile, 'deviceId' | 'userName' | 'address'>;
  readonly user: Pick<User, 'id' | 'name'> | null;
  /** Was the token made elsewhere and pasted, so that its session may be of any device? */
  readonly isPasted: boolean;
  /** The device ids of all entries of this app. */
  readonly deviceIds: ReadonlySet<string>;
  /** This computer, as device ids hold it. */
  readonly computer: string;
}

/** Is a session of the user who looks? Ids decide where both are known, else the names. */
export function isMine(session: Pick<ListedSession, 'userId' | 'userName'>, viewer: Viewer): boolean {
  const { user, profile } = viewer;
  if (user !== null && session.userId !== null) return user.id === session.userId;
  const name = user?.name ?? profile.userName;
  return session.userName.toLocaleLowerCase() === name.toLocaleLowerCase();
}

/**
 * Whose a session is, by its device id and its user.
 *
 * Which of two sessions with one's own device id is in use cannot be told, so both count as one's own. Where the server
 * does not say whose it is, it does too.
 */
export function sessionOwner(
  session: Pick<ListedSession, 'deviceId' | 'userId' | 'userName'>,
  viewer: Viewer,
): SessionOwner {
  const { deviceId } = session;
  if (deviceId === viewer.profile.deviceId) {
    const isNobodys = session.userId === null && session.userName === '';
    return isNobodys || isMine(session, viewer) ? 'own' : 'orphaned';
  }
  const mark = deviceOwner(deviceId, viewer);
  return viewer.isPasted && mark !== 'other-profile' && isMine(session, viewer) ? 'unknown' : mark;
}

/** Whose a device is, as far as its id alone tells. */
export function deviceOwner(deviceId: string, viewer: Viewer): SessionOwner {
  if (deviceId === viewer.profile.deviceId) return 'own';
  if (viewer.deviceIds.has(deviceId)) return 'other-profile';
  const computer = readComputer(deviceId);
  if (computer === null) return 'other-app';
  return computer === viewer.computer ? 'orphaned' : 'other-computer';
}

/** What a server is asked for so that it lists what is wanted. */
export function queryFor({ user, profile }: Viewer, filter: SessionFilter): SessionsQuery {
  const { whose, status, activeOnly } = filter;
  return { status, activeOnly, userName: whose === 'mine' ? (user?.name ?? profile.userName) : null };
}
