import { isInUse, type RemoteSession } from '../../../contract/sessions/remote-sessions.ts';
import type { SessionRights } from '../../../contract/sessions/user.ts';

/** With less room than this, in CSS pixels, a session takes several lines. */
export const minWidthForColumns = 700;

/** The orders in which sessions can be shown. */
export const sortKeys = ['created', 'lastSeen', 'user', 'device', 'state'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What of the loaded sessions is shown, and in which order. */
export interface SessionView {
  readonly search: string;
  readonly oursOnly: boolean;
  readonly sort: SortKey;
}

/** The sessions that a view shows, in its order. */
export function shownSessions(
  sessions: readonly RemoteSession[],
  { search, oursOnly, sort }: SessionView,
): readonly RemoteSession[] {
  const sought = search.trim().toLocaleLowerCase();
  const fits = (session: RemoteSession) =>
    [session.userName, session.device, session.deviceId, session.ip].some((text) =>
      text.toLocaleLowerCase().includes(sought),
    );
  return sessions
    .filter((session) => (!oursOnly || session.mark !== 'other-app') && (sought === '' || fits(session)))
    .toSorted((one, other) => compare(one, other, sort) || one.key - other.key);
}

/** May the account end this session? */
export function mayEnd(session: RemoteSession, rights: SessionRights): boolean {
  if (rights.end === 'all') return true;
  if (rights.end === 'mine') return session.mine;
  return session.mark === 'own' || session.mark === 'unknown';
}

/** Everything but what this app uses, as far as the account may end it. */
export function otherSessions(
  sessions: readonly RemoteSession[],
  rights: SessionRights,
): readonly RemoteSession[] {
  return sessions.filter((session) => !isInUse(session.mark) && mayEnd(session, rights));
}

/** What this app has left behind on this computer, as far as the account may end it. */
export function leftoverSessions(
  sessions: readonly RemoteSession[],
  rights: SessionRights,
): readonly RemoteSession[] {
  return sessions.filter((session) => session.mark === 'orphaned' && mayEnd(session, rights));
}

/** The users of sessions, each once, in the order of their names. */
export function distinctUsers(sessions: readonly RemoteSession[]): readonly string[] {
  return [...new Set(sessions.map(({ userName }) => userName))].toSorted((one, other) =>
    one.localeCompare(other),
  );
}

/** A device id short enough for a line: never the long row of digits that some devices take for one. */
export function shortDeviceId(deviceId: string): string {
  return deviceId.length > 40 ? `${deviceId.slice(0, 22)}…` : deviceId;
}

function compare(one: RemoteSession, other: RemoteSession, sort: SortKey): number {
  switch (sort) {
    case 'created':
      return (other.createdAt ?? 0) - (one.createdAt ?? 0);
    case 'lastSeen':
      return (other.lastSeenAt ?? 0) - (one.lastSeenAt ?? 0);
    case 'user':
      return one.userName.localeCompare(other.userName);
    case 'device':
      return (one.device || one.deviceId).localeCompare(other.device || other.deviceId);
    case 'state':
      return (one.status ?? '').localeCompare(other.status ?? '');
  }
}
