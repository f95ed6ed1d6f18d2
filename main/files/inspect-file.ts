import type { SaveReason } from '../../contract/core/problem.ts';
import type { FileFormat, Generation, Verification } from './file-format.ts';
import type { FileSystem } from './file-system.ts';
import { readBounded, type Stamp } from './read-bounded.ts';

/** A file that holds what it should. */
export interface GoodFile<Value> {
  readonly finding: 'good';
  readonly value: Value;
  readonly bytes: Uint8Array;
  readonly stamp: Stamp;
  readonly generation: Generation | null;
  /** The older version in which it is written, or null. */
  readonly upgradedFrom: number | null;
}

/** What a look at one file found. */
export type Inspection<Value> =
  | GoodFile<Value>
  | { readonly finding: 'corrupt'; readonly salvage: Value | null }
  | { readonly finding: 'unproven' | 'newer' | 'missing' }
  | { readonly finding: 'io-error'; readonly reason: SaveReason };

/** A deeper look at a well-formed value than its shape can take. */
export type Verify<Value> = (value: Value) => Promise<Verification>;

/** Reads a file and judges it. */
export async function inspectFile<Value>(
  disk: FileSystem,
  path: string,
  shape: FileFormat<Value>,
  prove: Verify<Value>,
): Promise<Inspection<Value>> {
  const bounded = await readBounded(disk, path, shape.largest);
  if (bounded.kind === 'io-error') return { finding: 'io-error', reason: bounded.reason };
  if (bounded.kind === 'missing') return { finding: 'missing' };
  if (bounded.kind === 'no-text') return { finding: 'corrupt', salvage: null };
  const parsed = shape.read(bounded.text);
  if (parsed.kind === 'newer') return { finding: 'newer' };
  if (parsed.kind === 'corrupt') return { finding: 'corrupt', salvage: parsed.salvage ?? null };
  const proof = await prove(parsed.value);
  if (proof === 'corrupt') return { finding: 'corrupt', salvage: null };
  if (proof === 'unproven') return { finding: 'unproven' };
  return {
    finding: 'good',
    value: parsed.value,
    bytes: bounded.bytes,
    stamp: bounded.stamp,
    generation: shape.generation?.(parsed.value) ?? null,
    upgradedFrom: parsed.upgradedFrom ?? null,
  };
}
