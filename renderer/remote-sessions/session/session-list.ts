import type { SessionColumn } from '../../../contract/layout.ts';
import { isInUse, type RemoteSession } from '../../../contract/sessions/remote-sessions.ts';
import type { SessionRights } from '../../../contract/sessions/user.ts';
import type { GridOrder } from '../../components/grid/grid-columns.ts';

/** Minimum width for columns, in CSS pixels; below it a session takes several lines. */
export const minWidthForColumns = 900;

/** Filter and order of the loaded sessions. */
export interface SessionView {
  readonly search: string;
  readonly oursOnly: boolean;
  readonly order: GridOrder<SessionColumn>;
}

/** The sessions of a view, in order. */
export function shownSessions(
  sessions: readonly RemoteSession[],
  { search, oursOnly, order }: SessionView,
): readonly RemoteSession[] {
  const turn = order.direction === 'ascending' ? 1 : -1;
  const sought = search.trim().toLocaleLowerCase();
  const fits = (session: RemoteSession) =>
    [session.userName, session.device, session.deviceId, session.ip].some((text) =>
      text.toLocaleLowerCase().includes(sought),
    );
  return sessions
    .filter((session) => (!oursOnly || session.mark !== 'other-app') && (sought === '' || fits(session)))
    .toSorted((one, other) => turn * compare(one, other, order.column) || one.key - other.key);
}

/** Whether the account may end this session. */
export function mayEnd(session: RemoteSession, rights: SessionRights): boolean {
  if (rights.end === 'all') return true;
  if (rights.end === 'mine') return session.mine;
  return session.mark === 'own' || session.mark === 'unknown';
}

/** The sessions that this app does not use and the account may end. */
export function otherSessions(
  sessions: readonly RemoteSession[],
  rights: SessionRights,
): readonly RemoteSession[] {
  return sessions.filter((session) => !isInUse(session.mark) && mayEnd(session, rights));
}

/** The orphaned sessions of this computer that the account may end. */
export function leftoverSessions(
  sessions: readonly RemoteSession[],
  rights: SessionRights,
): readonly RemoteSession[] {
  return sessions.filter((session) => session.mark === 'orphaned' && mayEnd(session, rights));
}

/** The users of sessions, sorted, without duplicates. */
export function distinctUsers(sessions: readonly RemoteSession[]): readonly string[] {
  return [...new Set(sessions.map(({ userName }) => userName))].toSorted((one, other) =>
    one.localeCompare(other),
  );
}

/** What kind of device a session is on, by what it says of itself. */
export type DeviceKind = 'mobile' | 'browser' | 'script' | 'computer';

const browsers = /^(Edge|Opera|Yandex Browser|Firefox|Chrome|Safari)\b/;
const scripts =
  /^(curl|wget|httpie|postman|insomnia|python|go-http|java|okhttp|node|axios|libwww|perl|ruby)/i;

/** The kind of device of a session. */
export function deviceKind({ device, mobile }: RemoteSession): DeviceKind {
  if (mobile) return 'mobile';
  if (browsers.test(device)) return 'browser';
  return scripts.test(device) ? 'script' : 'computer';
}

/** A device ID shortened for one line, such as the long digits of some devices. */
export function shortDeviceId(deviceId: string): string {
  return deviceId.length > 40 ? `${deviceId.slice(0, 22)}…` : deviceId;
}

function compare(one: RemoteSession, other: RemoteSession, column: SessionColumn): number {
  switch (column) {
    case 'created':
      return (one.createdAt ?? 0) - (other.createdAt ?? 0);
    case 'lastSeen':
      return (one.lastSeenAt ?? 0) - (other.lastSeenAt ?? 0);
    case 'user':
      return one.userName.localeCompare(other.userName);
    case 'device':
      return (one.device || one.deviceId).localeCompare(other.device || other.deviceId);
    case 'ip':
      return one.ip.localeCompare(other.ip, undefined, { numeric: true });
    case 'state':
      return (one.status ?? '').localeCompare(other.status ?? '');
  }
}
