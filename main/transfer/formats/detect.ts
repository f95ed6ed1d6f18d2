import type { TransferProblem } from '../../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../../contract/core/result.ts';
import { maxEntries } from '../../../contract/transfer.ts';
import { readSealedBackup, type SealedBackup } from './backup-seal.ts';
import { fileText, parseUntrustedJson } from './file-text.ts';
import type { ParsedImport } from './imported-entry.ts';
import { readOwnList } from './own-list.ts';
import { readPostman } from './postman.ts';

/** Maximum file size in MB. */
export const largestMb = 10;
/** Maximum file size in bytes. */
export const maxFileSize = largestMb * 1_000_000;

/** What a chosen file contains. */
export type FileContent =
  | { readonly kind: 'list'; readonly list: ParsedImport }
  | { readonly kind: 'backup'; readonly sealed: SealedBackup };

/** Detects the format of a file and parses it; fails with one problem for an unknown or damaged file. */
export async function readFile(bytes: Uint8Array): Promise<Result<FileContent, TransferProblem>> {
  const text = fileText(bytes);
  if (text === null) return fail({ code: 'import-not-text' });
  const start = text.trimStart();
  if (start === '') return fail({ code: 'import-empty' });
  if (start.startsWith('{') || start.startsWith('[')) return readJsonFile(text);
  if (start.startsWith('<')) return fail({ code: 'import-unknown' });
  // The CSV parser is loaded only when needed.
  const { readCsv } = await import('./csv.ts');
  const list = readCsv(text);
  return list.ok ? ok({ kind: 'list', list: list.value }) : list;
}

function readJsonFile(text: string): Result<FileContent, TransferProblem> {
  const raw = parseUntrustedJson(text);
  if (raw === undefined) return fail({ code: 'import-broken' });
  const { fmt, v } = readMarks(raw);
  if (fmt === 'ffsm-hand-over' || fmt === 'ffsm-backup') {
    if (typeof v === 'number' && v > 1) return fail({ code: 'import-newer' });
    return fmt === 'ffsm-backup' ? backupIn(raw) : ownListIn(raw);
  }
  const list = readPostman(raw);
  return list === null ? fail({ code: 'import-unknown' }) : ok({ kind: 'list', list });
}

function ownListIn(raw: unknown): Result<FileContent, TransferProblem> {
  const items = readOwnList(raw);
  if (items === null) {
    const { profiles } = readMarks(raw);
    const isLong = Array.isArray(profiles) && profiles.length > maxEntries;
    return fail(isLong ? { code: 'import-too-many', most: maxEntries } : { code: 'import-broken' });
  }
  if (items.length === 0) return fail({ code: 'import-empty' });
  return ok({ kind: 'list', list: { source: 'hand-over', items, secretsLeftOut: false } });
}

function backupIn(raw: unknown): Result<FileContent, TransferProblem> {
  const sealed = readSealedBackup(raw);
  return sealed === null ? fail({ code: 'import-broken' }) : ok({ kind: 'backup', sealed });
}

function readMarks(raw: unknown): Partial<Record<'fmt' | 'v' | 'profiles', unknown>> {
  return typeof raw === 'object' && raw !== null ? raw : {};
}
