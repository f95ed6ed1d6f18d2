import { type EpochMs, isMoment } from '../../contract/core/time.ts';
import {
  type JournalEntry,
  type JournalEvent,
  type JournalFilter,
  journalKinds,
} from '../../contract/journal.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import { isProfileId } from '../../contract/requests/parse.ts';
import { redact } from '../log/log.ts';

/** Whom an event is about. */
export type Subject = Pick<Profile, 'id' | 'name' | 'userName' | 'address'>;

/** A line of the journal before it stands anywhere. */
export type JournalRecord = Omit<JournalEntry, 'id'>;

const maxLineLength = 4_096;
const maxNameLength = 300;
const events: ReadonlySet<string> = new Set(Object.values(journalKinds).flat());
/** Also a host with its port, and a part of a fingerprint with its kind. */
const codeShape = /^[a-z0-9.:-]{1,60}$/;

/** The line that tells of an event. */
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

/** The line as it is written. */
export function recordText(line: JournalRecord): string {
  return JSON.stringify(line);
}

/** What a written line tells; null for one that is torn, made by hand, or from a later version. */
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

/** When a line was written, even one that only a later version understands; null if it is none. */
export function readMoment(text: string): EpochMs | null {
  const at = text.length > maxLineLength ? null : parsed(text)?.at;
  return isMoment(at) ? at : null;
}

/** Is this one of the wanted lines? */
export function isWanted(line: JournalRecord, { profileId, kind, text }: JournalFilter): boolean {
  if (profileId !== null && line.profileId !== profileId) return false;
  if (kind !== null && !(journalKinds[kind] as readonly JournalEvent[]).includes(line.what)) return false;
  const sought = text.trim().toLocaleLowerCase();
  if (sought === '') return true;
  return [line.name, line.userName, line.host].some((name) => name.toLocaleLowerCase().includes(sought));
}

/** SECURITY: whatever the types were told, only codes, numbers and yes or no get into a line or out of one (0002). */
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

/** Names come from people and servers: no line of the journal may be longer or odder for it. */
function cut(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').slice(0, maxNameLength);
}
