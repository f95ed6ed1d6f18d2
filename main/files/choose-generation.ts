import type { SaveReason } from '../../contract/core/problem.ts';
import type { Generation, RestoredWhy } from './file-format.ts';
import type { GoodFile, Inspection } from './inspect-file.ts';

/** What to do about a kept file and its backup. */
export type Decision<Value> =
  | { readonly kind: 'use'; readonly file: GoodFile<Value> }
  | {
      readonly kind: 'restore';
      readonly why: RestoredWhy;
      readonly backup: GoodFile<Value>;
      readonly layAside: boolean;
    }
  | { readonly kind: 'start-empty' | 'unproven' | 'newer' }
  | { readonly kind: 'unreadable'; readonly salvage: Value | null; readonly inBackup: boolean }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };

/** Is the kept file beyond doubt, so that its backup need not be looked at? */
export function isDecided<Value>(kept: Inspection<Value>): boolean {
  if (kept.finding === 'good') return kept.generation === null;
  return kept.finding === 'newer' || kept.finding === 'io-error';
}

/** Could a backup of this generation be used in the place of the kept file? */
export function mayReplace<Value>(kept: Inspection<Value>, backup: Generation | null): boolean {
  if (kept.finding !== 'good') return true;
  return backup !== null && backup.id === kept.generation?.id && backup.gen > kept.generation.gen;
}

/**
 * Decides from the kept file and its backup.
 *
 * A backup is used only if it is good beyond doubt, in the place of a good file only if it is a later state of the same
 * thing, and a new file begun only if there is nothing at all: everything else is left as it is.
 */
export function decide<Value>(kept: Inspection<Value>, backup: Inspection<Value>): Decision<Value> {
  if (kept.finding === 'good') {
    return backup.finding === 'good' && mayReplace(kept, backup.generation)
      ? { kind: 'restore', why: 'older', backup, layAside: true }
      : { kind: 'use', file: kept };
  }
  if (kept.finding === 'newer') return { kind: 'newer' };
  if (kept.finding === 'io-error') return { kind: 'io-error', reason: kept.reason };
  if (backup.finding === 'good')
    return { kind: 'restore', why: 'damaged', backup, layAside: kept.finding !== 'missing' };
  if (kept.finding === 'missing' && backup.finding === 'missing') return { kind: 'start-empty' };
  if (kept.finding === 'unproven' || backup.finding === 'unproven') return { kind: 'unproven' };
  if (backup.finding === 'newer') return { kind: 'newer' };
  if (backup.finding === 'io-error') return { kind: 'io-error', reason: backup.reason };
  const salvage = salvageOf(kept) ?? salvageOf(backup);
  return { kind: 'unreadable', salvage, inBackup: kept.finding === 'missing' };
}

/** Why nothing may be written over what was found; null if a write loses nothing. */
export function refusalAfter<Value>(decision: Decision<Value>): SaveReason | null {
  if (decision.kind === 'newer') return 'newer-version';
  if (decision.kind === 'io-error') return decision.reason;
  return decision.kind === 'unreadable' || decision.kind === 'unproven' ? 'unreadable' : null;
}

function salvageOf<Value>(found: Inspection<Value>): Value | null {
  return found.finding === 'corrupt' ? found.salvage : null;
}
