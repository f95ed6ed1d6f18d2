import type { Problem } from './core/problem.ts';
import type { Result } from './core/result.ts';
import type { ProfileId } from './profiles/profile.ts';

/** What kind of file a list comes from. */
export type ImportSource = 'hand-over' | 'backup' | 'csv' | 'postman';

/** What of a profile an import can change. */
export type ImportField = 'name' | 'address' | 'userName' | 'tags' | 'environment' | 'favourite';

/** One difference between a profile and an entry; environments by their names in `environments`, favourites as yes or no. */
export interface FieldChange {
  readonly field: ImportField;
  readonly before: string;
  readonly after: string;
}

/** Does a backup bring the secrets of a profile, and is there a session here already that they would take the place of? */
export type ImportedSecrets = 'none' | 'restores' | 'replaces';

/** What would happen to one entry of a file. */
export type ImportEntry =
  | ({ readonly kind: 'new' } & UsableEntry)
  | ({
      readonly kind: 'changed';
      readonly changes: readonly FieldChange[];
      /** Would the session that is here end, because it belongs to the old address or user? */
      readonly endsSession: boolean;
    } & UsableEntry)
  | ({ readonly kind: 'same' } & EntryHead)
  | ({
      readonly kind: 'unusable';
      readonly problem: Problem;
      /** On which line of the file it stands; null in a file that is not read by lines. */
      readonly line: number | null;
    } & EntryHead);

/** What an entry is recognised by. */
export interface EntryHead {
  /** Its number in the plan. */
  readonly entry: number;
  readonly name: string;
  readonly address: string;
  readonly userName: string;
}

interface UsableEntry extends EntryHead {
  /** The certificate that the file wants to have trusted from now on; null if it says nothing else than is so already. */
  readonly pin: string | null;
  /** The certificate that is trusted until now; null if the system's authorities decide. */
  readonly pinBefore: string | null;
  readonly secrets: ImportedSecrets;
}

/** What a file would do here, before anything is done. Holds no secret. */
export interface ImportPlan {
  readonly planId: string;
  readonly file: string;
  readonly source: ImportSource;
  readonly entries: readonly ImportEntry[];
  /** Were there passwords or tokens in a file that is not a backup? They are never taken over. */
  readonly secretsLeftOut: boolean;
}

/** A file that was chosen: what it would do, or that it takes its passphrase first. */
export type ChosenImport =
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'passphrase'; readonly planId: string; readonly file: string };

/** An entry that a person ticked, and what of it is to be taken along. */
export interface ChosenEntry {
  readonly entry: number;
  readonly withPin: boolean;
  readonly withSecrets: boolean;
}

/** What an import did. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly sessions: number;
  /** Entries that could not be carried out after all. */
  readonly failed: number;
}

/** A file that was written. */
export interface WrittenFile {
  readonly file: string;
  readonly profiles: number;
  /** Sessions whose tokens could not be read, so that they are not in a backup. */
  readonly unreadable: number;
}

/** What may be asked about handing the list over. A passphrase crosses once, to main, and never back. */
export interface TransferCalls {
  /** Writes profiles without any secret to a file that a person chooses; null if none was chosen. */
  exportProfiles(request: {
    readonly profileIds: readonly ProfileId[];
    readonly withPins: boolean;
  }): Promise<Result<WrittenFile | null>>;
  /** Writes everything, sealed under a passphrase, to a file that a person chooses; null if none was chosen. */
  backUp(request: { readonly passphrase: string }): Promise<Result<WrittenFile | null>>;
  /** Lets a person choose a file and tells what it would do; null if none was chosen. Changes nothing. */
  chooseImport(): Promise<Result<ChosenImport | null>>;
  /** Opens the backup that was chosen and tells what it would do. Changes nothing. */
  openBackup(request: { readonly planId: string; readonly passphrase: string }): Promise<Result<ImportPlan>>;
  /** Carries out the ticked entries of a plan, and nothing else. */
  importChosen(request: {
    readonly planId: string;
    readonly chosen: readonly ChosenEntry[];
  }): Promise<Result<ImportCounts>>;
  /** Forgets the file that was chosen. */
  dropImport(): Promise<Result>;
}

/** The most entries of one file. */
export const maxEntries = 10_000;
