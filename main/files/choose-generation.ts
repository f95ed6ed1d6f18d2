import type { SaveReason } from '../../contract/core/problem.ts';
import type { Generation, RestoredWhy } from './file-format.ts';
import type { GoodFile, Inspection } from './inspect-file.ts';

/** What to do with a file and its backup. */
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

/** Whether the file is valid without doubt, so that the backup need not be read. */
export function isDecided<Value>(kept: Inspection<Value>): boolean {
  if (kept.finding === 'good') return kept.generation === null;
  return kept.finding === 'newer' || kept.finding === 'io-error';
}

/** Whether a backup of this generation could replace the file. */
export function mayReplace<Value>(kept: Inspection<Value>, backup: Generation | null): boolean {
  if (kept.finding !== 'good') return true;
  return backup !== null && backup.id === kept.generation?.id && backup.gen > kept.generation.gen;
}

/**
 * Decides between a file and its backup.
 *
 * The backup is used only if it is valid, and instead of a valid file only if it is a later generation of the same
 * content. A new file is started only if neither exists. In all other cases nothing is changed.
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

/** Why nothing may be written over the found files; null if writing loses nothing. */
export function refusalAfter<Value>(decision: Decision<Value>): SaveReason | null {
  if (decision.kind === 'newer') return 'newer-version';
  if (decision.kind === 'io-error') return decision.reason;
  return decision.kind === 'unreadable' || decision.kind === 'unproven' ? 'unreadable' : null;
}

function salvageOf<Value>(found: Inspection<Value>): Value | null {
  return found.finding === 'corrupt' ? found.salvage : null;
}
