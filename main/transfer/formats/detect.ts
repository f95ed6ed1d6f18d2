import type { HandOverProblem } from '../../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../../contract/core/result.ts';
import { mostEntries } from '../../../contract/transfer.ts';
import { readSealedBackup, type SealedBackup } from './backup-seal.ts';
import { fileText, strangersJson } from './file-text.ts';
import type { IncomingList } from './imported-entry.ts';
import { readHandOver } from './own-list.ts';
import { readPostman } from './postman.ts';

/** The largest file that is read, in MB. */
export const largestMb = 10;
/** The largest file that is read, in bytes. */
export const largestFile = largestMb * 1_000_000;

/** What is in a file that a person chose. */
export type FileContent =
  | { readonly kind: 'list'; readonly list: IncomingList }
  | { readonly kind: 'backup'; readonly sealed: SealedBackup };

/** Finds out what a file is and reads it; a file that is none of ours, or broken, gets one sentence. */
export async function readFile(bytes: Uint8Array): Promise<Result<FileContent, HandOverProblem>> {
  const text = fileText(bytes);
  if (text === null) return fail({ code: 'import-not-text' });
  const start = text.trimStart();
  if (start === '') return fail({ code: 'import-empty' });
  if (start.startsWith('{') || start.startsWith('[')) return readJsonFile(text);
  if (start.startsWith('<')) return fail({ code: 'import-unknown' });
  // Few lists are spreadsheets, so what reads them is loaded when one comes.
  const { readCsv } = await import('./csv.ts');
  const list = readCsv(text);
  return list.ok ? ok({ kind: 'list', list: list.value }) : list;
}

function readJsonFile(text: string): Result<FileContent, HandOverProblem> {
  const raw = strangersJson(text);
  if (raw === undefined) return fail({ code: 'import-broken' });
  const { fmt, v } = marksOf(raw);
  if (fmt === 'ffsm-hand-over' || fmt === 'ffsm-backup') {
    if (typeof v === 'number' && v > 1) return fail({ code: 'import-newer' });
    return fmt === 'ffsm-backup' ? backupIn(raw) : handOverIn(raw);
  }
  const list = readPostman(raw);
  return list === null ? fail({ code: 'import-unknown' }) : ok({ kind: 'list', list });
}

function handOverIn(raw: unknown): Result<FileContent, HandOverProblem> {
  const items = readHandOver(raw);
  if (items === null) {
    const { profiles } = marksOf(raw);
    const isLong = Array.isArray(profiles) && profiles.length > mostEntries;
    return fail(isLong ? { code: 'import-too-many', most: mostEntries } : { code: 'import-broken' });
  }
  if (items.length === 0) return fail({ code: 'import-empty' });
  return ok({ kind: 'list', list: { source: 'hand-over', items, secretsLeftOut: false } });
}

function backupIn(raw: unknown): Result<FileContent, HandOverProblem> {
  const sealed = readSealedBackup(raw);
  return sealed === null ? fail({ code: 'import-broken' }) : ok({ kind: 'backup', sealed });
}

function marksOf(raw: unknown): Partial<Record<'fmt' | 'v' | 'profiles', unknown>> {
  return typeof raw === 'object' && raw !== null ? raw : {};
}
