import * as v from 'valibot';
import type { SaveReason } from '../../contract/core/problem.ts';

/**
 * What a text turned out to be. `salvage` is what could be understood of a text that is not whole; `upgradedFrom` is
 * the older version in which a good text is written.
 */
export type Parsed<Value> =
  | { readonly kind: 'good'; readonly value: Value; readonly upgradedFrom?: number }
  | { readonly kind: 'corrupt'; readonly salvage?: Value }
  | { readonly kind: 'newer' };

/** Which state of which thing a file holds; `gen` only ever grows. */
export interface Generation {
  readonly id: string;
  readonly gen: number;
}

/** How one kind of file is read and written. */
export interface FileFormat<Value> {
  /** The most bytes such a file may have. */
  readonly largest: number;
  read(text: string): Parsed<Value>;
  write(value: Value): string;
  /** Where it is offered, a file that is older than its own backup is noticed. */
  generation?(value: Value): Generation;
}

/**
 * What a deeper look at a well-formed value says, such as a seal over it.
 *
 * `unproven`: it may be whole, but that cannot be told here and now. Such a file is left alone.
 */
export type Verification = 'good' | 'corrupt' | 'unproven';

/** Why a backup is used: the file could not be, or an older one had been put in its place. */
export type RestoredWhy = 'damaged' | 'older';

/** What opening a kept file found; `keptAs` names the file that holds what is not used. */
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

/** A version that is read but no longer written. */
export interface OlderVersion<Value> {
  readonly version: number;
  /** What the file holds in the terms of the present version, or null if it is not whole. */
  upgrade(raw: unknown): Value | null;
}

/** What makes one kind of JSON file: its mark, the version that is written and read, and its strict shape. */
export interface JsonKind<Value> {
  readonly fmt: string;
  readonly version: number;
  readonly largest: number;
  readonly schema: v.GenericSchema<unknown, Value>;
  /** Finds what can still be understood of a file that is not whole. */
  readonly salvage?: (raw: unknown) => Value | null;
  readonly older?: readonly OlderVersion<Value>[];
  readonly generation?: (value: Value) => Generation;
}

/** Reads and writes JSON files that begin with `fmt`, `v` and `minReader`. */
export function versionedJsonFormat<Value>(kind: JsonKind<Value>): FileFormat<Value> {
  return {
    largest: kind.largest,
    read: (text) => readJson(kind, text),
    write: (value) => JSON.stringify(value),
    ...(kind.generation && { generation: kind.generation }),
  };
}

function readJson<Value>(kind: JsonKind<Value>, text: string): Parsed<Value> {
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
    // Not JSON, or nested so deeply that reading it overflows the stack.
    return { kind: 'corrupt' };
  }
}

function isNewer<Value>({ fmt, version }: JsonKind<Value>, raw: unknown): boolean {
  return v.is(readHeader(fmt), raw) && (raw.v > version || raw.minReader > version);
}

function findOlderVersion<Value>(
  { fmt, older = [] }: JsonKind<Value>,
  raw: unknown,
): OlderVersion<Value> | undefined {
  return v.is(readHeader(fmt), raw) ? older.find(({ version }) => version === raw.v) : undefined;
}

function readHeader(fmt: string) {
  return v.object({ fmt: v.literal(fmt), v: v.number(), minReader: v.number() });
}
