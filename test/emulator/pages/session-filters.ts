import { BlockList, isIP } from 'node:net';
import type { Asked } from '../http/asked.ts';
import { badParam } from '../http/problems.ts';
import { readDate } from '../world/dates.ts';
import type { Session } from '../world/session-table.ts';
import type { SessionStatus } from '../world/world.ts';
import { type Read, refuse } from './request-body.ts';

/** A session with its user name and status. */
export interface ListedSession {
  readonly session: Session;
  readonly userName: string;
  readonly status: SessionStatus;
}

type Test = (listed: ListedSession) => boolean;

/** Parses the filters of `/sessions/`; a session has to match all of them. */
export function readFilters(asked: Asked): Read<Test> {
  const tests: Test[] = [];
  for (const [name, makeTest] of Object.entries(filters)) {
    const values = asked.query.getAll(name);
    if (values.length === 0) continue;
    // `…_in` takes several values, separated by commas or by repeating the name.
    const test = makeTest(values.flatMap((value) => value.split(',')).map((value) => value.trim()));
    if (typeof test === 'string') return refuse(badParam(asked, name, test));
    tests.push(test);
  }
  return { ok: true, value: (listed) => tests.every((test) => test(listed)) };
}

const filters: Readonly<Record<string, (values: readonly string[]) => Test | string>> = {
  active: yesOrNo(({ session }) => session.active),
  mobile: yesOrNo(({ session }) => session.mobile),
  created_date_gt: date((created, limit) => created > limit),
  created_date_gte: date((created, limit) => created >= limit),
  created_date_lt: date((created, limit) => created < limit),
  created_date_lte: date((created, limit) => created <= limit),
  id_in: anyOf(({ session }) => session.id),
  uuid_in: anyOf(({ session }) => session.uuid),
  user_name_in: anyOf(({ userName }) => userName),
  user_id_in: (values) => {
    const wrong = values.some((value) => !/^\d+$/.test(value));
    return wrong ? 'Enter a whole number.' : ({ session }) => values.includes(String(session.userId));
  },
  status: (values) => {
    const wrong = values.find((value) => !['online', 'offline', 'blocked'].includes(value));
    return wrong === undefined ? ({ status }) => values.includes(status) : notAChoice(wrong);
  },
  ip_in: addresses,
};

function notAChoice(value: string): string {
  return `"${value}" is not one of the available choices.`;
}

function anyOf(read: (listed: ListedSession) => string) {
  return (values: readonly string[]): Test =>
    (listed) =>
      values.includes(read(listed));
}

function yesOrNo(read: Test) {
  return ([value]: readonly string[]): Test | string =>
    value === 'true' || value === 'false'
      ? (listed) => String(read(listed)) === value
      : 'Must be a valid boolean.';
}

function date(holds: (created: number, limit: number) => boolean) {
  return ([value = '']: readonly string[]): Test | string => {
    const limit = readDate(value);
    return limit === undefined
      ? 'Enter a valid date/time.'
      : ({ session }) => holds(session.createdAt, limit);
  };
}

/** Addresses and subnets: `10.0.0.7`, `10.0.0.0/8`. */
function addresses(values: readonly string[]): Test | string {
  const wanted = new BlockList();
  for (const value of values) {
    const [address = '', bits] = value.split('/');
    const family = isIP(address);
    const widest = family === 6 ? 128 : 32;
    const prefix = bits === undefined ? widest : /^\d+$/.test(bits) ? Number(bits) : Number.NaN;
    if (family === 0 || !(prefix <= widest)) return 'Enter a valid IP address or subnet.';
    wanted.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
  }
  return ({ session }) => wanted.check(session.ip, isIP(session.ip) === 6 ? 'ipv6' : 'ipv4');
}

/** The values of `ordering`; a leading minus reverses the order. */
const orderings: Readonly<Record<string, (listed: ListedSession) => string | number>> = {
  created: ({ session }) => session.createdAt,
  last_ping_date: ({ session }) => session.lastPingAt,
  mobile: ({ session }) => Number(session.mobile),
  status: ({ status }) => status,
  user__username: ({ userName }) => userName,
};

/** Parses `ordering`; the default is newest first. */
export function readOrdering(
  asked: Asked,
): Read<{ descending: boolean; key: (listed: ListedSession) => string | number }> {
  const text = asked.query.get('ordering') ?? '-created';
  const descending = text.startsWith('-');
  const key = orderings[descending ? text.slice(1) : text];
  return key
    ? { ok: true, value: { descending, key } }
    : refuse(badParam(asked, 'ordering', notAChoice(text)));
}
