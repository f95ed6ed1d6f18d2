import type { Profile } from '../../contract/profiles/profile.ts';
import type { SessionFilter, SessionOwner } from '../../contract/sessions/remote-sessions.ts';
import type { User } from '../../contract/sessions/user.ts';
import { readComputer } from '../profiles/device-id.ts';
import type { ListedSession } from '../servers/responses/sessions-response.ts';
import type { SessionsQuery } from '../servers/sessions-requests.ts';

/** The profile that loads a list of sessions. */
export interface Viewer {
  readonly profile: Pick<Profile, 'deviceId' | 'userName' | 'address'>;
  readonly user: Pick<User, 'id' | 'name'> | null;
  /** Whether its token was pasted, so that its session may have any device ID. */
  readonly isPasted: boolean;
  /** The device IDs of all profiles of this app. */
  readonly deviceIds: ReadonlySet<string>;
  /** This computer's name in the form of device IDs. */
  readonly computer: string;
}

/** Whether a session belongs to the same user; compared by ID if both are known, else by name. */
export function isMine(session: Pick<ListedSession, 'userId' | 'userName'>, viewer: Viewer): boolean {
  const { user, profile } = viewer;
  if (user !== null && session.userId !== null) return user.id === session.userId;
  const name = user?.name ?? profile.userName;
  return session.userName.toLocaleLowerCase() === name.toLocaleLowerCase();
}

/**
 * The owner of a session, by its device ID and user.
 *
 * If two sessions have the device ID of this profile, either may be the one in use, so both count as its own; so does
 * one without a user.
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

/** The owner of a device, as far as its ID shows it. */
export function deviceOwner(deviceId: string, viewer: Viewer): SessionOwner {
  if (deviceId === viewer.profile.deviceId) return 'own';
  if (viewer.deviceIds.has(deviceId)) return 'other-profile';
  const computer = readComputer(deviceId);
  if (computer === null) return 'other-app';
  return computer === viewer.computer ? 'orphaned' : 'other-computer';
}

/** The query parameters for a filter. */
export function queryFor({ user, profile }: Viewer, filter: SessionFilter): SessionsQuery {
  const { whose, status, activeOnly } = filter;
  return { status, activeOnly, userName: whose === 'mine' ? (user?.name ?? profile.userName) : null };
}
