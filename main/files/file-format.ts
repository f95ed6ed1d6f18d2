import * as v from 'valibot';
import type { SaveReason } from '../../contract/core/problem.ts';

/**
 * The result of parsing. `salvage` is what could be recovered of an incomplete file; `upgradedFrom` is the older
 * version that a good file is written in.
 */
export type Parsed<Value> =
  | { readonly kind: 'good'; readonly value: Value; readonly upgradedFrom?: number }
  | { readonly kind: 'corrupt'; readonly salvage?: Value }
  | { readonly kind: 'newer' };

/** The identity and generation of the content; `gen` only grows. */
export interface Generation {
  readonly id: string;
  readonly gen: number;
}

/** How one kind of file is parsed and written. */
export interface FileFormat<Value> {
  /** Size limit in bytes. */
  readonly largest: number;
  read(text: string): Parsed<Value>;
  write(value: Value): string;
  /** If present, a file older than its own backup is noticed. */
  generation?(value: Value): Generation;
}

/**
 * The result of verifying well-formed content, for example its MAC.
 *
 * `unproven`: cannot be verified at the moment; such a file is left alone.
 */
export type Verification = 'good' | 'corrupt' | 'unproven';

/** Why the backup is used: the file is damaged, or an older one has replaced it. */
export type RestoredWhy = 'damaged' | 'older';

/** The result of opening a saved file; `keptAs` is the name under which unused content is kept. */
export type FileOpening<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'restored';
      readonly why: RestoredWhy;
      readonly value: Value;
      readonly keptAs: string;
    }
  | { readonly kind: 'unreadable'; readonly keptAs: string; readonly salvage: Value | null }
  | { readonly kind: 'unproven' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };

/** A format version that is read but not written any more. */
export interface OlderVersion<Value> {
  readonly version: number;
  /** Converts the content to the current version; null if it is not valid. */
  upgrade(raw: unknown): Value | null;
}

/** A kind of JSON file: its marker, the versions that are written and read, and its strict schema. */
export interface JsonKind<Value extends object> {
  readonly fmt: string;
  readonly version: number;
  readonly largest: number;
  readonly schema: v.GenericSchema<unknown, Value>;
  /** Recovers what is valid in an incomplete file. */
  readonly salvage?: (raw: unknown) => Value | null;
  readonly older?: readonly OlderVersion<Value>[];
  readonly generation?: (value: Value) => Generation;
}

/** A format for JSON files that start with `fmt`, `v` and `minReader`. */
export function versionedJsonFormat<Value extends object>(kind: JsonKind<Value>): FileFormat<Value> {
  return {
    largest: kind.largest,
    read: (text) => readJson(kind, text),
    write: writeJson,
    ...(kind.generation && { generation: kind.generation }),
  };
}

/** JSON of an object; the entries of its lists one by one, which takes half the time for a long list. */
function writeJson(value: object): string {
  const fields = Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    if (part === undefined) return [];
    const text = Array.isArray(part)
      ? `[${part.map((entry) => JSON.stringify(entry ?? null)).join(',')}]`
      : JSON.stringify(part);
    return [`${JSON.stringify(name)}:${text}`];
  });
  return `{${fields.join(',')}}`;
}

function readJson<Value extends object>(kind: JsonKind<Value>, text: string): Parsed<Value> {
  try {
    const raw: unknown = JSON.parse(text);
    if (isNewer(kind, raw)) return { kind: 'newer' };
    const older = findOlderVersion(kind, raw);
    const upgraded = older?.upgrade(raw) ?? null;
    if (older && upgraded !== null) return { kind: 'good', value: upgraded, upgradedFrom: older.version };
    const parsed = v.safeParse(kind.schema, raw);
    if (parsed.success) return { kind: 'good', value: parsed.output };
    const salvage = kind.salvage?.(raw) ?? null;
    return salvage === null ? { kind: 'corrupt' } : { kind: 'corrupt', salvage };
  } catch {
    // Not JSON, or nested so deeply that parsing overflows the stack.
    return { kind: 'corrupt' };
  }
}

function isNewer<Value extends object>({ fmt, version }: JsonKind<Value>, raw: unknown): boolean {
  return v.is(readHeader(fmt), raw) && (raw.v > version || raw.minReader > version);
}

function findOlderVersion<Value extends object>(
  { fmt, older = [] }: JsonKind<Value>,
  raw: unknown,
): OlderVersion<Value> | undefined {
  return v.is(readHeader(fmt), raw) ? older.find(({ version }) => version === raw.v) : undefined;
}

function readHeader(fmt: string) {
  return v.object({ fmt: v.literal(fmt), v: v.number(), minReader: v.number() });
}
