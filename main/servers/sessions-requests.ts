import type { SessionFilter } from '../../contract/sessions/remote-sessions.ts';
import type { Token } from '../token/token.ts';
import { type Caller, withToken } from './api-requests.ts';
import type { Question } from './connection.ts';

/** How many rows one page may have; far below the longest answer that is read. */
const pageLength = 100;

/** What a server keeps of a blocked device. */
export interface BlockWords {
  readonly reason: string;
  /** ISO 8601, or null: for ever. */
  readonly expireDate: string | null;
}

/** Which sessions a server is asked for: with `userName` only those of this user. */
export interface SessionWish extends Omit<SessionFilter, 'whose'> {
  readonly userName: string | null;
}

/** `GET /sessions/`: the first page, or the one that a cursor stands for. */
export function sessionsQuestion(
  caller: Caller,
  token: Token,
  wish: SessionWish,
  cursor: string | null,
): Question {
  const query = new URLSearchParams({ limit: String(pageLength) });
  // A comma would part one name into two; whoever reads the answer looks at the names again anyway.
  if (wish.userName !== null && !wish.userName.includes(',')) query.set('user_name_in', wish.userName);
  if (wish.status !== null) query.set('status', wish.status);
  if (wish.activeOnly) query.set('active', 'true');
  return get(caller, token, '/sessions/', query, cursor);
}

/** `DELETE /sessions/{id}/`. */
export function endSessionQuestion(caller: Caller, token: Token, id: string): Question {
  const headers = withToken(caller, token);
  return { method: 'DELETE', path: `/sessions/${inPath(id)}/`, headers, body: null };
}

/** `POST /sessions/delete/`: many at once, with one answer for all of them. */
export function endSessionsQuestion(caller: Caller, token: Token, ids: readonly string[]): Question {
  return sending(caller, token, 'POST', '/sessions/delete/', { id_in: ids });
}

/** `GET /device-blacklist-records/`. */
export function blocksQuestion(caller: Caller, token: Token, cursor: string | null): Question {
  const query = new URLSearchParams({ limit: String(pageLength) });
  return get(caller, token, '/device-blacklist-records/', query, cursor);
}

/** `POST /device-blacklist-records/`. */
export function blockQuestion(caller: Caller, token: Token, deviceId: string, words: BlockWords): Question {
  const body = { uuid: deviceId, reason: words.reason, expire_date: words.expireDate };
  return sending(caller, token, 'POST', '/device-blacklist-records/', body);
}

/** `PATCH /device-blacklist-records/{id}/`; the device itself cannot be changed. */
export function changeBlockQuestion(caller: Caller, token: Token, id: string, words: BlockWords): Question {
  const body = { reason: words.reason, expire_date: words.expireDate };
  return sending(caller, token, 'PATCH', `/device-blacklist-records/${inPath(id)}/`, body);
}

/** `DELETE /device-blacklist-records/{id}/`. */
export function unblockQuestion(caller: Caller, token: Token, id: string): Question {
  const headers = withToken(caller, token);
  return { method: 'DELETE', path: `/device-blacklist-records/${inPath(id)}/`, headers, body: null };
}

function get(
  caller: Caller,
  token: Token,
  path: string,
  query: URLSearchParams,
  cursor: string | null,
): Question {
  if (cursor !== null) query.set('page', cursor);
  return { method: 'GET', path: `${path}?${query}`, headers: withToken(caller, token), body: null };
}

function sending(
  caller: Caller,
  token: Token,
  method: 'POST' | 'PATCH',
  path: string,
  body: unknown,
): Question {
  const headers = { ...withToken(caller, token), 'content-type': 'application/json' };
  return { method, path, headers, body: JSON.stringify(body) };
}

/** SECURITY: an id comes from a server and is opaque; as one encoded segment it cannot lead to another path (0019). */
function inPath(id: string): string {
  return encodeURIComponent(id);
}
