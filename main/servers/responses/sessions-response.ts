import * as v from 'valibot';
import type { EpochMs } from '../../../contract/core/time.ts';
import { type SessionStatus, sessionStatuses } from '../../../contract/sessions/remote-sessions.ts';
import { sanitizeText } from '../http/sanitize-text.ts';
import { serverDate, shownText } from './fields.ts';
import type { ParsedResponse } from './user-response.ts';

/** A session as its server lists it; dates by the server's clock. */
export interface ListedSession {
  /** Opaque; only ever sent back to the same server. */
  readonly id: string;
  readonly status: SessionStatus | null;
  readonly active: boolean;
  readonly deviceId: string;
  readonly mobile: boolean;
  readonly deviceInfo: Readonly<Record<string, string>>;
  readonly ip: string;
  readonly userName: string;
  readonly userId: number | null;
  readonly createdAt: EpochMs | null;
  readonly lastSeenAt: EpochMs | null;
}

/** A blocked device; dates by the server's clock. */
export interface ListedBlock {
  readonly id: string;
  readonly deviceId: string;
  readonly reason: string;
  readonly createdAt: EpochMs | null;
  readonly expiresAt: EpochMs | null;
}

/** A page of a list; `cursor` requests the next one, null on the last page. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

const maxIdLength = 512;
const maxCursorLength = 4_096;
/** Limit for servers that send more rows than requested. */
const maxPageSize = 1_000;
const maxFacts = 20;

const id = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.safeInteger())]),
  v.transform(String),
  v.minLength(1),
  v.maxLength(maxIdLength),
  // SECURITY: a path segment of dots means another folder even if encoded, and lone surrogates cannot be encoded
  // (0019).
  v.check((text) => !/^\.+$|\p{Cs}/u.test(text)),
);

/** The readable values of `device_info`, a free-form object. */
const deviceInfo = v.fallback(
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((info) =>
      Object.fromEntries(
        Object.entries(info)
          .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
          .slice(0, maxFacts)
          .map(([name, value]) => [sanitizeText(name, 40), sanitizeText(value, 300)]),
      ),
    ),
  ),
  {},
);

// Only the field needed for ending a session is required.
const session = v.object({
  id,
  status: v.fallback(v.nullable(v.picklist(sessionStatuses)), null),
  active: v.fallback(v.boolean(), true),
  // Compared and sent back for blocking, so it is kept unchanged.
  uuid: v.fallback(v.pipe(v.string(), v.maxLength(256)), ''),
  mobile: v.fallback(v.boolean(), false),
  device_info: deviceInfo,
  ip: shownText(60),
  user__username: shownText(200),
  user_id: v.fallback(v.nullable(v.pipe(v.number(), v.safeInteger())), null),
  created_date: serverDate,
  last_ping_date: serverDate,
});

const block = v.object({
  id,
  uuid: v.fallback(v.pipe(v.string(), v.maxLength(256)), ''),
  reason: shownText(512),
  created_date: serverDate,
  expire_date: serverDate,
});

/** Parses a page of `GET /sessions/`; rows that cannot be parsed are left out. */
export function readSessions(raw: unknown): ParsedResponse<ListPage<ListedSession>> {
  return readPage(raw, session, (row) => ({
    id: row.id,
    status: row.status,
    active: row.active,
    deviceId: row.uuid,
    mobile: row.mobile,
    deviceInfo: row.device_info,
    ip: row.ip,
    userName: row.user__username,
    userId: row.user_id,
    createdAt: row.created_date,
    lastSeenAt: row.last_ping_date,
  }));
}

/** Parses a page of `GET /device-blacklist-records/`. */
export function readBlocks(raw: unknown): ParsedResponse<ListPage<ListedBlock>> {
  return readPage(raw, block, (row) => ({
    id: row.id,
    deviceId: row.uuid,
    reason: row.reason,
    createdAt: row.created_date,
    expiresAt: row.expire_date,
  }));
}

const page = v.object({ results: v.array(v.unknown()), next_page: v.optional(v.unknown(), null) });

function readPage<Row, Item>(
  raw: unknown,
  schema: v.GenericSchema<unknown, Row>,
  itemOf: (row: Row) => Item,
): ParsedResponse<ListPage<Item>> {
  const read = v.safeParse(page, raw);
  if (!read.success) return { ok: false, field: v.getDotPath(read.issues[0]) ?? 'body' };
  const items = read.output.results.slice(0, maxPageSize).flatMap((row) => {
    const one = v.safeParse(schema, row);
    return one.success ? [itemOf(one.output)] : [];
  });
  return { ok: true, value: { items, cursor: readCursor(read.output.next_page) } };
}

/**
 * The cursor of the next page, from the query of `next_page`.
 *
 * SECURITY: `next_page` is a full URL, behind a proxy often with an internal host name. Only its `page` parameter is
 * used, so it cannot send a token to another host (0004, 0019).
 */
export function readCursor(nextPage: unknown): string | null {
  if (typeof nextPage !== 'string') return null;
  const query = nextPage.slice(nextPage.indexOf('?') + 1).replace(/#.*$/s, '');
  const cursor = nextPage.includes('?') ? new URLSearchParams(query).get('page') : null;
  return cursor === null || cursor === '' || cursor.length > maxCursorLength ? null : cursor;
}
