import { type Answer, json } from '../http/answer.ts';
import type { Asked } from '../http/asked.ts';
import { problem } from '../http/problems.ts';

/** A row with its sort key; `row` breaks ties. */
export interface Sortable {
  readonly key: string | number;
  readonly row: number;
}

interface Cursor extends Sortable {
  readonly side: 'after' | 'before';
}

const defaultLimit = 20;
const maxLimit = 1000;

/** The page of a list by `limit` and `page`, with links to its neighbours. */
export function answerPage<Row extends Sortable>(
  asked: Asked,
  rows: readonly Row[],
  descending: boolean,
  describe: (row: Row) => unknown,
): Answer {
  const direction = descending ? -1 : 1;
  const compare = (one: Sortable, other: Sortable) => direction * compareRows(one, other);
  const sorted = [...rows].sort(compare);
  const limit = readLimit(asked.query.get('limit'));
  const given = asked.query.get('page');
  const cursor = given === null ? undefined : readCursor(given);
  if (given !== null && !cursor) return problem(asked, 404, 'NOT_FOUND', 'Invalid cursor');

  const shown = cursor ? rowsBeside(sorted, cursor, limit, compare) : sorted.slice(0, limit);
  const [first, last] = [shown.at(0) ?? cursor, shown.at(-1) ?? cursor];
  const isBefore = first && sorted.some((row) => compare(row, first) < 0);
  const isAfter = last && sorted.some((row) => compare(row, last) > 0);
  return json(200, {
    next_page: isAfter ? link(asked, { ...place(last), side: 'after' }) : null,
    prev_page: isBefore ? link(asked, { ...place(first), side: 'before' }) : null,
    results: shown.map(describe),
  });
}

function rowsBeside<Row extends Sortable>(
  sorted: readonly Row[],
  cursor: Cursor,
  limit: number,
  compare: (one: Sortable, other: Sortable) => number,
): readonly Row[] {
  if (cursor.side === 'after') return sorted.filter((row) => compare(row, cursor) > 0).slice(0, limit);
  return sorted.filter((row) => compare(row, cursor) < 0).slice(-limit);
}

function compareRows(one: Sortable, other: Sortable): number {
  if (one.key === other.key) return one.row - other.row;
  return one.key < other.key ? -1 : 1;
}

function place({ key, row }: Sortable): Sortable {
  return { key, row };
}

/** An absolute URL; behind a proxy its host may be internal. */
function link(asked: Asked, cursor: Cursor): string {
  const query = new URLSearchParams(asked.query);
  query.set('page', Buffer.from(JSON.stringify(cursor)).toString('base64url'));
  return `${asked.switches.pageHost || asked.origin}${asked.fullPath}?${query}`;
}

function readCursor(text: string): Cursor | undefined {
  try {
    const value: Partial<Cursor> = JSON.parse(Buffer.from(text, 'base64url').toString());
    const { key, row, side } = value;
    const known = side === 'after' || side === 'before';
    if (!known || typeof row !== 'number' || (typeof key !== 'string' && typeof key !== 'number')) {
      return undefined;
    }
    return { key, row, side };
  } catch {
    return undefined;
  }
}

function readLimit(text: string | null): number {
  const limit = /^\d+$/.test(text ?? '') ? Number(text) : 0;
  return limit > 0 ? Math.min(limit, maxLimit) : defaultLimit;
}
