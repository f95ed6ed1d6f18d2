import type { EpochMs } from '../../contract/core/time.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { ProfileEditor } from '../profile-editing/profile-editor.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Exporter } from './exporter.ts';
import type { TransferSecrets } from './formats/secrets.ts';
import type { Importer } from './importer.ts';

/** What handing the list over works with. */
export interface TransferDeps {
  readonly sessions: SessionStore;
  readonly profileEditor: ProfileEditor;
  readonly secrets: TransferSecrets;
  readonly files: FileDialogs;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

interface Desks {
  readonly exports: Exporter;
  readonly imports: Importer;
}

/** Export, backup and import; few people need them at a start, so what does the work is loaded when it is asked for. */
export class Transfer {
  #desks: Promise<Desks> | null = null;

  constructor(private readonly deps: TransferDeps) {}

  desks(): Promise<Desks> {
    this.#desks ??= loadTransfer(this.deps);
    return this.#desks;
  }

  /** Forgets the file that was chosen last, with the secrets that it may hold. */
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
