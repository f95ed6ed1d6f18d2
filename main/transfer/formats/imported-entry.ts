import type { Environment, ProxyChoice } from '../../../contract/profiles/profile.ts';
import type { ImportSource } from '../../../contract/transfer.ts';
import type { SessionFacts } from '../../profiles/saved/profiles-schema.ts';

/** An entry of a file; null fields are absent in the file and change nothing. */
export interface ImportedEntry {
  readonly address: string;
  readonly userName: string;
  readonly name: string | null;
  readonly tags: readonly string[] | null;
  readonly environment: Environment | null;
  readonly favourite: boolean | null;
  readonly notes: string | null;
  /** Present if the server is hidden once it is added. */
  readonly hidden?: true;
  /** Fingerprint of the pinned certificate. */
  readonly pin: string | null;
  /** Fingerprint of the custom CA in a backup; the certificate is not included. */
  readonly authority?: string | null;
  /** The proxy in a backup; null in older backups, which have none. */
  readonly proxy?: ProxyChoice | null;
  /** The line number in a table. */
  readonly line?: number;
  /** The part that only backups have. */
  readonly kept: BackupSecrets | null;
}

/** What a backup has beyond an exported list. */
export interface BackupSecrets {
  readonly deviceId: string;
  readonly session: SessionFacts | null;
  readonly token: string | null;
  readonly password: string | null;
  /** The key and the chain of the client certificate, in PEM. */
  readonly clientKey: string | null;
}

/** The parsed content of a file. */
export interface ParsedImport {
  readonly source: ImportSource;
  readonly items: readonly ImportedEntry[];
  /** Whether the file contained passwords or tokens, which are ignored. */
  readonly secretsLeftOut: boolean;
}
