import type { SaveReason } from '../../contract/core/problem.ts';
import type { FileFormat, Generation, Verification } from './file-format.ts';
import type { FileSystem } from './file-system.ts';
import { readBounded, type Stamp } from './read-bounded.ts';

/** A file with valid content. */
export interface GoodFile<Value> {
  readonly finding: 'good';
  readonly value: Value;
  readonly bytes: Uint8Array;
  readonly stamp: Stamp;
  readonly generation: Generation | null;
  /** The older format version it is written in, or null. */
  readonly upgradedFrom: number | null;
}

/** The result of inspecting one file. */
export type Inspection<Value> =
  | GoodFile<Value>
  | { readonly finding: 'corrupt'; readonly salvage: Value | null }
  | { readonly finding: 'unproven' | 'newer' | 'missing' }
  | { readonly finding: 'io-error'; readonly reason: SaveReason };

/** Verifies well-formed content further than its schema can. */
export type Verify<Value> = (value: Value) => Promise<Verification>;

/** Reads and judges a file. */
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
