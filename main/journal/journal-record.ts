import { type EpochMs, isMoment } from '../../contract/core/time.ts';
import {
  type JournalEntry,
  type JournalEvent,
  type JournalFilter,
  journalKinds,
} from '../../contract/journal.ts';
import { isProfileId, type Profile } from '../../contract/profiles/profile.ts';
import { redact } from '../log/log.ts';
import type { EntryNames } from '../presentation/shown-names.ts';

/** The profile that an event is about. */
export type Subject = Pick<Profile, 'id' | 'name' | 'userName' | 'address'>;

/** A journal entry before it has an ID. */
export type JournalRecord = Omit<JournalEntry, 'id'>;

const maxLineLength = 4_096;
const maxNameLength = 300;
const maxCodeLength = 40;
const events: ReadonlySet<string> = new Set(Object.values(journalKinds).flat());
/** Also matches a host with its port, and a fingerprint prefix with its kind. */
const codeShape = /^[a-z0-9.:-]{1,60}$/;

/** The record of an event. */
export function journalRecord(
  at: number,
  what: JournalEvent,
  about: Subject | null,
  facts: Readonly<Record<string, string | number | boolean>>,
): JournalRecord {
  return {
    at,
    what,
    profileId: about?.id ?? null,
    name: cut(about?.name ?? ''),
    userName: cut(about?.userName ?? ''),
    host: about ? new URL(about.address.origin).host : '',
    facts: onlyFacts(facts),
  };
}

/** The record as a line of JSON. */
export function recordText(line: JournalRecord): string {
  return JSON.stringify(line);
}

/** Parses a line; null if it is torn, edited by hand or from a later version. */
export function readRecord(text: string): JournalRecord | null {
  if (text.length > maxLineLength || !text.startsWith('{')) return null;
  const raw = parsed(text);
  if (raw === null) return null;
  const { at, what, profileId, name, userName, host, facts } = raw;
  if (!isMoment(at)) return null;
  if (typeof what !== 'string' || !events.has(what)) return null;
  if (profileId !== null && !isProfileId(profileId)) return null;
  if (typeof name !== 'string' || typeof userName !== 'string' || typeof host !== 'string') return null;
  if (typeof facts !== 'object' || facts === null) return null;
  return {
    at,
    what: what as JournalEvent,
    profileId,
    name: cut(name),
    userName: cut(userName),
    host: cut(host),
    facts: onlyFacts(facts),
  };
}

/** The time of a line, also of one from a later version; null if there is none. */
export function readMoment(text: string): EpochMs | null {
  const at = text.length > maxLineLength ? null : parsed(text)?.at;
  return isMoment(at) ? at : null;
}

/** Whether a record matches the filter; its names are searched as they are shown. */
export function isWanted(
  line: JournalRecord,
  { profileId, kind, text }: JournalFilter,
  shown: (names: EntryNames) => EntryNames = (names) => names,
): boolean {
  if (profileId !== null && line.profileId !== profileId) return false;
  if (kind !== null && !(journalKinds[kind] as readonly JournalEvent[]).includes(line.what)) return false;
  const sought = text.trim().toLocaleLowerCase();
  if (sought === '') return true;
  const { name, userName, host } = shown(line);
  return [name, userName, host].some((one) => one.toLocaleLowerCase().includes(sought));
}

/** SECURITY: whatever the types allow, only codes, numbers and booleans are written or read (0002). */
function onlyFacts(facts: object): JournalRecord['facts'] {
  const kept = Object.entries(facts).filter(
    ([name, value]) =>
      /^[a-zA-Z]{1,30}$/.test(name) &&
      (typeof value === 'boolean' || Number.isFinite(value) || (typeof value === 'string' && isCode(value))),
  );
  return Object.fromEntries(kept);
}

const isCode = (text: string): boolean => codeShape.test(text) && redact(text) === text;

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

/** Names come from people and servers, so their length and characters are limited. */
function cut(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').slice(0, maxNameLength);
}

/** The name of a program as the journal keeps it, which holds nothing but codes. */
export function programCode(name: string): string {
  const code = name
    .toLowerCase()
    .replace(/[^a-z0-9.:-]+/g, '-')
    .slice(0, maxCodeLength);
  return code === '' ? 'unknown' : code;
}
