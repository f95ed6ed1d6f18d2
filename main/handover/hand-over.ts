import type { EpochMs } from '../../contract/time.ts';
import type { FileDialogs } from '../file-port.ts';
import type { Journal } from '../journal/journal.ts';
import type { Fleet } from '../sessions/fleet.ts';
import type { ProfileDesk } from '../sessions/profile-desk.ts';
import type { HandOverDesk } from './hand-over-desk.ts';
import type { ImportDesk } from './import-desk.ts';
import type { SecretsPort } from './secrets-port.ts';

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
    import('./hand-over-desk.ts'),
    import('./import-desk.ts'),
    import('./import-carrier.ts'),
  ]);
  const carrier = new ImportCarrier(parts);
  return { exports: new HandOverDesk(parts), imports: new ImportDesk({ ...parts, carrier }) };
}
