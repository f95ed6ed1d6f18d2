import type { Problem } from './core/problem.ts';
import type { Result } from './core/result.ts';
import type { ProfileId } from './profiles/profile.ts';

/** The format of an imported file. */
export type ImportSource = 'hand-over' | 'backup' | 'csv' | 'postman';

/** The fields of a profile that an import can change. */
export type ImportField = 'name' | 'address' | 'userName' | 'tags' | 'environment' | 'favourite' | 'notes';

/** A difference between a profile and an entry; environments by name, favorites as yes or no. */
export interface FieldChange {
  readonly field: ImportField;
  readonly before: string;
  readonly after: string;
}

/** Whether a backup restores the secrets of a profile, and whether they would replace a live session. */
export type ImportedSecrets = 'none' | 'restores' | 'replaces';

/** What an import would do with one entry. */
export type ImportEntry =
  | ({ readonly kind: 'new' } & UsableEntry)
  | ({
      readonly kind: 'changed';
      readonly changes: readonly FieldChange[];
      /** Whether the current session would end, because it belongs to the old address or user. */
      readonly endsSession: boolean;
    } & UsableEntry)
  | ({ readonly kind: 'same' } & EntryHead)
  | ({
      readonly kind: 'unusable';
      readonly problem: Problem;
      /** The line number in a text file; null for other formats. */
      readonly line: number | null;
    } & EntryHead);

/** What identifies an entry for the person. */
export interface EntryHead {
  /** Its index in the plan. */
  readonly entry: number;
  readonly name: string;
  readonly address: string;
  readonly userName: string;
}

interface UsableEntry extends EntryHead {
  /** The certificate that the file would pin; null if nothing changes. */
  readonly pin: string | null;
  /** The certificate pinned at present; null if the system's CAs decide. */
  readonly pinBefore: string | null;
  readonly secrets: ImportedSecrets;
}

/** What an import would change, before anything is changed. Holds no secret. */
export interface ImportPlan {
  readonly planId: string;
  readonly file: string;
  readonly source: ImportSource;
  readonly entries: readonly ImportEntry[];
  /** Whether a file other than a backup contained passwords or tokens, which are never imported. */
  readonly secretsLeftOut: boolean;
}

/** A chosen file: its plan, or that it needs its passphrase first. */
export type ChosenImport =
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'passphrase'; readonly planId: string; readonly file: string };

/** A selected entry, and which parts of it. */
export interface ChosenEntry {
  readonly entry: number;
  readonly withPin: boolean;
  readonly withSecrets: boolean;
}

/** The results of an import. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly sessions: number;
  /** Entries that failed. */
  readonly failed: number;
  /** Entries that were not reached before a person stopped the import. */
  readonly left: number;
}

/** A file that was written. */
export interface WrittenFile {
  readonly file: string;
  readonly profiles: number;
  /** Sessions whose token could not be read, so that the backup does not have them. */
  readonly unreadable: number;
}

/** The calls about import and export. A passphrase is sent to main once, and never back. */
export interface TransferCalls {
  /** Exports profiles without secrets to a chosen file: a run of the kind `export`; null if the person cancelled. */
  exportProfiles(request: {
    readonly profileIds: readonly ProfileId[];
    readonly withPins: boolean;
  }): Promise<Result<WrittenFile | 'stopped' | null>>;
  /** Writes an encrypted backup of everything to a chosen file: a run of the kind `back-up`; null if the person cancelled. */
  backUp(request: { readonly passphrase: string }): Promise<Result<WrittenFile | 'stopped' | null>>;
  /** Lets the person choose a file and returns its plan; null if cancelled. Changes nothing. */
  chooseImport(): Promise<Result<ChosenImport | null>>;
  /** Reads the next file that the system asked to open, as if it had been chosen; null if none waits. */
  readOpenedFile(): Promise<Result<ChosenImport | null>>;
  /** Decrypts the chosen backup and returns its plan. Changes nothing. */
  openBackup(request: { readonly planId: string; readonly passphrase: string }): Promise<Result<ImportPlan>>;
  /** Applies the selected entries of a plan, and nothing else. Changing servers is a run of the kind `import`. */
  importChosen(request: {
    readonly planId: string;
    readonly chosen: readonly ChosenEntry[];
  }): Promise<Result<ImportCounts>>;
  /** Drops the chosen file. */
  dropImport(): Promise<Result>;
}

/** Maximum number of entries in a file. */
export const maxEntries = 10_000;
