import type { Environment, ProxyChoice } from '../../../contract/profiles/profile.ts';
import type { ImportSource } from '../../../contract/transfer.ts';
import type { SessionFacts } from '../../profiles/saved/profiles-schema.ts';

/** One entry of a file as the file says it; null where it says nothing, so that nothing changes there. */
export interface ImportedEntry {
  readonly address: string;
  readonly userName: string;
  readonly name: string | null;
  readonly tags: readonly string[] | null;
  readonly environment: Environment | null;
  readonly favourite: boolean | null;
  /** The fingerprint of the one certificate to trust. */
  readonly pin: string | null;
  /** The fingerprint of the own authority that a backed-up profile trusted; its certificate is not in the file. */
  readonly authority?: string | null;
  /** The proxy of a backed-up profile; null where an earlier version did not note it. */
  readonly proxy?: ProxyChoice | null;
  /** On which line of a table it stands. */
  readonly line?: number;
  /** What only a backup brings. */
  readonly kept: BackupSecrets | null;
}

/** What a backup keeps of a profile besides what everybody may know. */
export interface BackupSecrets {
  readonly deviceId: string;
  readonly session: SessionFacts | null;
  readonly token: string | null;
  readonly password: string | null;
}

/** All entries of a file. */
export interface ParsedImport {
  readonly source: ImportSource;
  readonly items: readonly ImportedEntry[];
  /** Were there passwords or tokens that are left where they are? */
  readonly secretsLeftOut: boolean;
}
