import * as v from 'valibot';
import type { EpochMs } from '../../../contract/core/time.ts';
import { type SessionStatus, sessionStatuses } from '../../../contract/sessions/remote-sessions.ts';
import { sanitizeText } from '../http/sanitize-text.ts';
import { serverDate, shownText } from './fields.ts';
import type { ParsedResponse } from './user-response.ts';

/** A session as its server lists it; dates by the server's clock. */
export interface ListedSession {
  /** Opaque, and only ever handed back to the server. */
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

/** A device on the block list; dates by the server's clock. */
export interface ListedBlock {
  readonly id: string;
  readonly deviceId: string;
  readonly reason: string;
  readonly createdAt: EpochMs | null;
  readonly expiresAt: EpochMs | null;
}

/** One page of a list; `cursor` asks for the next one, null if there is none. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

const maxIdLength = 512;
const maxCursorLength = 4_096;
/** More than is asked for; a server that sends more all the same is read so far. */
const maxPageSize = 1_000;
const maxFacts = 20;

const id = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.safeInteger())]),
  v.transform(String),
  v.minLength(1),
  v.maxLength(maxIdLength),
  // SECURITY: a segment of dots is another folder, however it is encoded, and half a character cannot be encoded (0019).
  v.check((text) => !/^\.+$|\p{Cs}/u.test(text)),
);

/** The readable facts of `device_info`, which may hold anything. */
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

// Only what a session is ended by is insisted on.
const session = v.object({
  id,
  status: v.fallback(v.nullable(v.picklist(sessionStatuses)), null),
  active: v.fallback(v.boolean(), true),
  // A device id is compared and sent back to be blocked, so it is kept to the letter.
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

/** Reads a page of `GET /sessions/`; rows that cannot be understood are left out. */
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

/** Reads a page of `GET /device-blacklist-records/`. */
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
 * The cursor of the next page.
 *
 * SECURITY: `next_page` is a whole URL, and behind a proxy one with a name that only the server knows. Nothing of it is
 * used but its `page`, so it cannot lead a token to another machine (0004, 0019).
 */
export function readCursor(nextPage: unknown): string | null {
  if (typeof nextPage !== 'string') return null;
  const query = nextPage.slice(nextPage.indexOf('?') + 1).replace(/#.*$/s, '');
  const cursor = nextPage.includes('?') ? new URLSearchParams(query).get('page') : null;
  return cursor === null || cursor === '' || cursor.length > maxCursorLength ? null : cursor;
}
