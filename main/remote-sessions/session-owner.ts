import type { Profile } from '../../contract/profiles/profile.ts';
import type { SessionFilter, SessionMark } from '../../contract/sessions/remote-sessions.ts';
import type { User } from '../../contract/sessions/user.ts';
import { computerOf } from '../profiles/device-id.ts';
import type { ListedSession } from '../servers/responses/sessions-response.ts';
import type { SessionWish } from '../servers/sessions-requests.ts';

/** Who looks at a list of sessions. */
export interface Looker {
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
export function isMine(session: Pick<ListedSession, 'userId' | 'userName'>, looker: Looker): boolean {
  const { user, profile } = looker;
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
export function markOf(
  session: Pick<ListedSession, 'deviceId' | 'userId' | 'userName'>,
  looker: Looker,
): SessionMark {
  const { deviceId } = session;
  if (deviceId === looker.profile.deviceId) {
    const isNobodys = session.userId === null && session.userName === '';
    return isNobodys || isMine(session, looker) ? 'own' : 'leftover';
  }
  const mark = markOfDevice(deviceId, looker);
  return looker.isPasted && mark !== 'neighbour' && isMine(session, looker) ? 'unclear' : mark;
}

/** Whose a device is, as far as its id alone tells. */
export function markOfDevice(deviceId: string, looker: Looker): SessionMark {
  if (deviceId === looker.profile.deviceId) return 'own';
  if (looker.deviceIds.has(deviceId)) return 'neighbour';
  const computer = computerOf(deviceId);
  if (computer === null) return 'foreign';
  return computer === looker.computer ? 'leftover' : 'elsewhere';
}

/** What a server is asked for so that it lists what is wanted. */
export function wishOf({ user, profile }: Looker, filter: SessionFilter): SessionWish {
  const { whose, status, activeOnly } = filter;
  return { status, activeOnly, userName: whose === 'mine' ? (user?.name ?? profile.userName) : null };
}
