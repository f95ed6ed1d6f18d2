import * as v from 'valibot';
import type { FileShape, Generation, Parsed } from './file-format.ts';

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
export function versionedJson<Value>(kind: JsonKind<Value>): FileShape<Value> {
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
    const older = olderOf(kind, raw);
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
  return v.is(headerOf(fmt), raw) && (raw.v > version || raw.minReader > version);
}

function olderOf<Value>({ fmt, older = [] }: JsonKind<Value>, raw: unknown): OlderVersion<Value> | undefined {
  return v.is(headerOf(fmt), raw) ? older.find(({ version }) => version === raw.v) : undefined;
}

function headerOf(fmt: string) {
  return v.object({ fmt: v.literal(fmt), v: v.number(), minReader: v.number() });
}
