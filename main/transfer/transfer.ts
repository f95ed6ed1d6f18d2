import type { EpochMs } from '../../contract/core/time.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { ProfileDesk } from '../profile-editing/profile-editor.ts';
import type { Fleet } from '../sessions/session-store.ts';
import type { HandOverDesk } from './exporter.ts';
import type { SecretsPort } from './formats/secrets.ts';
import type { ImportDesk } from './importer.ts';

/** What handing the list over works with. */
export interface HandOverParts {
  readonly fleet: Fleet;
  readonly desk: ProfileDesk;
  readonly secrets: SecretsPort;
  readonly files: FileDialogs;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

interface Desks {
  readonly exports: HandOverDesk;
  readonly imports: ImportDesk;
}

/** Export, backup and import; few people need them at a start, so what does the work is loaded when it is asked for. */
export class HandOver {
  #desks: Promise<Desks> | null = null;

  constructor(private readonly deps: HandOverParts) {}

  desks(): Promise<Desks> {
    this.#desks ??= openDesks(this.deps);
    return this.#desks;
  }

  /** Forgets the file that was chosen last, with the secrets that it may hold. */
  async drop(): Promise<void> {
    (await this.#desks)?.imports.drop();
  }
}

async function openDesks(parts: HandOverParts): Promise<Desks> {
  const [{ HandOverDesk }, { ImportDesk }, { ImportCarrier }] = await Promise.all([
    import('./exporter.ts'),
    import('./importer.ts'),
    import('./apply-import.ts'),
  ]);
  const carrier = new ImportCarrier(parts);
  return { exports: new HandOverDesk(parts), imports: new ImportDesk({ ...parts, carrier }) };
}
