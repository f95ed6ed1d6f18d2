import type { SessionFilter } from '../../contract/sessions/remote-sessions.ts';
import type { Token } from '../token/token.ts';
import { type RequestIdentity, withToken } from './api-requests.ts';
import type { HttpRequest } from './connection.ts';

/** Rows per page; keeps a page far below the size limit of responses. */
const pageLength = 100;

/** The editable fields of a block. */
export interface BlockWords {
  readonly reason: string;
  /** ISO 8601; null: permanent. */
  readonly expireDate: string | null;
}

/** Which sessions to list; `userName` limits them to this user. */
export interface SessionsQuery extends Omit<SessionFilter, 'whose'> {
  readonly userName: string | null;
}

/** `GET /sessions/`: the first page, or the one of a cursor. */
export function sessionsRequest(
  identity: RequestIdentity,
  token: Token,
  sessionsQuery: SessionsQuery,
  cursor: string | null,
): HttpRequest {
  const query = new URLSearchParams({ limit: String(pageLength) });
  // `user_name_in` is a comma-separated list, so a name with a comma cannot be sent; the caller filters again anyway.
  if (sessionsQuery.userName !== null && !sessionsQuery.userName.includes(','))
    query.set('user_name_in', sessionsQuery.userName);
  if (sessionsQuery.status !== null) query.set('status', sessionsQuery.status);
  if (sessionsQuery.activeOnly) query.set('active', 'true');
  return get(identity, token, '/sessions/', query, cursor);
}

/** `DELETE /sessions/{id}/`. */
export function endSessionRequest(identity: RequestIdentity, token: Token, id: string): HttpRequest {
  const headers = withToken(identity, token);
  return { method: 'DELETE', path: `/sessions/${inPath(id)}/`, headers, body: null };
}

/** `POST /sessions/delete/`: many at once, with one response for all. */
export function endSessionsRequest(
  identity: RequestIdentity,
  token: Token,
  ids: readonly string[],
): HttpRequest {
  return sending(identity, token, 'POST', '/sessions/delete/', { id_in: ids });
}

/** `GET /device-blacklist-records/`. */
export function blocksRequest(identity: RequestIdentity, token: Token, cursor: string | null): HttpRequest {
  const query = new URLSearchParams({ limit: String(pageLength) });
  return get(identity, token, '/device-blacklist-records/', query, cursor);
}

/** `POST /device-blacklist-records/`. */
export function blockRequest(
  identity: RequestIdentity,
  token: Token,
  deviceId: string,
  words: BlockWords,
): HttpRequest {
  const body = { uuid: deviceId, reason: words.reason, expire_date: words.expireDate };
  return sending(identity, token, 'POST', '/device-blacklist-records/', body);
}

/** `PATCH /device-blacklist-records/{id}/`; `uuid` cannot be changed. */
export function changeBlockRequest(
  identity: RequestIdentity,
  token: Token,
  id: string,
  words: BlockWords,
): HttpRequest {
  const body = { reason: words.reason, expire_date: words.expireDate };
  return sending(identity, token, 'PATCH', `/device-blacklist-records/${inPath(id)}/`, body);
}

/** `DELETE /device-blacklist-records/{id}/`. */
export function unblockRequest(identity: RequestIdentity, token: Token, id: string): HttpRequest {
  const headers = withToken(identity, token);
  return { method: 'DELETE', path: `/device-blacklist-records/${inPath(id)}/`, headers, body: null };
}

function get(
  identity: RequestIdentity,
  token: Token,
  path: string,
  query: URLSearchParams,
  cursor: string | null,
): HttpRequest {
  if (cursor !== null) query.set('page', cursor);
  return { method: 'GET', path: `${path}?${query}`, headers: withToken(identity, token), body: null };
}

function sending(
  identity: RequestIdentity,
  token: Token,
  method: 'POST' | 'PATCH',
  path: string,
  body: unknown,
): HttpRequest {
  const headers = { ...withToken(identity, token), 'content-type': 'application/json' };
  return { method, path, headers, body: JSON.stringify(body) };
}

/** SECURITY: IDs come from the server; encoded as one segment they cannot lead to another path (0019). */
function inPath(id: string): string {
  return encodeURIComponent(id);
}
