import type { EpochMs } from '../../contract/core/time.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { ProfileEditor } from '../profile-editing/profile-editor.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Runs } from '../state/runs.ts';
import type { Kdf } from '../vault/crypto/kdf.ts';
import type { Exporter } from './exporter.ts';
import type { TransferSecrets } from './formats/secrets.ts';
import type { Importer } from './importer.ts';

/** What import and export need. */
export interface TransferDeps {
  readonly live: Pick<LiveState, 'change'>;
  readonly sessions: SessionStore;
  readonly profileEditor: ProfileEditor;
  readonly secrets: TransferSecrets;
  readonly files: FileDialogs;
  readonly journal: Pick<Journal, 'note'>;
  readonly runs: Pick<Runs, 'each' | 'during'>;
  /** The cost of the passphrase of a new backup, as scrypt's N. */
  readonly kdfCost: Kdf['N'];
  readonly now: () => EpochMs;
}

interface Desks {
  readonly exports: Exporter;
  readonly imports: Importer;
}

/** More files than a person opens at once. */
const mostOpened = 20;

/** Export, backup and import; the implementation is loaded on first use. */
export class Transfer {
  #desks: Promise<Desks> | null = null;
  readonly #opened: string[] = [];

  constructor(private readonly deps: TransferDeps) {}

  desks(): Promise<Desks> {
    this.#desks ??= loadTransfer(this.deps);
    return this.#desks;
  }

  /** Has the window import a file that the system asks to open, after those that it asked for before. */
  open(path: string): void {
    if (this.#opened.length === mostOpened || this.#opened.includes(path)) return;
    this.#opened.push(path);
    this.deps.live.change({ importAsked: true });
  }

  /** The next file that the system asks to open; null if none waits. */
  nextOpened(): string | null {
    const next = this.#opened.shift() ?? null;
    this.deps.live.change({ importAsked: this.#opened.length > 0 });
    return next;
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
