import type { EpochMs } from '../../contract/core/time.ts';
import { dayMs } from '../../contract/core/time.ts';
import { headerValue } from '../copy-as/copy-facts.ts';

/** What a server's web interface needs to know of a session. */
export interface PageSession {
  readonly userName: string;
  readonly deviceId: string;
  readonly token: string;
  readonly expiresAt: EpochMs | null;
}

/** An entry of a page's `localStorage`. */
export type StorageEntry = readonly [key: string, value: string];

/**
 * The entries from which the web interface of FindFace Multi 2.0.1 takes its session at its start.
 *
 * It reads the key `lastKey`, and under `<its value>__AuthModule` the session as JSON. Both belong to its own log-in too.
 */
export function storageEntries(
  { userName, deviceId, token, expiresAt }: PageSession,
  now: EpochMs,
): readonly StorageEntry[] {
  const session = {
    uuid: deviceId,
    token,
    // The interface compares it with this computer's clock. It needs a date where the server gave none.
    token_expiration_datetime: new Date(expiresAt ?? now + dayMs).toISOString(),
  };
  return [
    [`${userName}__AuthModule`, JSON.stringify(session)],
    ['lastKey', userName],
  ];
}

/** A frame that asks for the session. */
export interface AskingFrame {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** Whether a frame may get the session: the main one of the view, at exactly the server's origin. */
export function mayReceive(frame: AskingFrame | null, origin: string): boolean {
  return frame?.isMainFrame === true && URL.canParse(frame.url) && new URL(frame.url).origin === origin;
}

type Headers = Readonly<Record<string, string>>;

/** The headers of a request of the API docs: with the session, unless it goes elsewhere or has a header of its own. */
export function authorizedHeaders(url: string, headers: Headers, origin: string, token: string): Headers {
  const isOwn = URL.canParse(url) && new URL(url).origin === origin;
  const hasOne = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
  return !isOwn || hasOne ? headers : { ...headers, Authorization: headerValue(token) };
}

/** Whether a request would install a service worker, which would outlive its page and answer for it. */
export function isServiceWorker(headers: Headers): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === 'service-worker');
}
