import type { EpochMs } from '../../contract/core/time.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { ProfileEditor } from '../profile-editing/profile-editor.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Kdf } from '../vault/crypto/kdf.ts';
import type { Exporter } from './exporter.ts';
import type { TransferSecrets } from './formats/secrets.ts';
import type { Importer } from './importer.ts';

/** What import and export need. */
export interface TransferDeps {
  readonly sessions: SessionStore;
  readonly profileEditor: ProfileEditor;
  readonly secrets: TransferSecrets;
  readonly files: FileDialogs;
  readonly journal: Pick<Journal, 'note'>;
  /** The cost of the passphrase of a new backup, as scrypt's N. */
  readonly kdfCost: Kdf['N'];
  readonly now: () => EpochMs;
}

interface Desks {
  readonly exports: Exporter;
  readonly imports: Importer;
}

/** Export, backup and import; the implementation is loaded on first use. */
export class Transfer {
  #desks: Promise<Desks> | null = null;

  constructor(private readonly deps: TransferDeps) {}

  desks(): Promise<Desks> {
    this.#desks ??= loadTransfer(this.deps);
    return this.#desks;
  }

  /** Drops the chosen file with any secrets in it. */
  async drop(): Promise<void> {
    (await this.#desks)?.imports.drop();
  }
}

async function loadTransfer(parts: TransferDeps): Promise<Desks> {
  const [{ Exporter }, { Importer }, { ImportApplier }] = await Promise.all([
    import('./exporter.ts'),
    import('./importer.ts'),
    import('./apply-import.ts'),
  ]);
  const carrier = new ImportApplier(parts);
  return { exports: new Exporter(parts), imports: new Importer({ ...parts, carrier }) };
}
