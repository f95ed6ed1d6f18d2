import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ChosenEntry, ChosenImport, ImportCounts, ImportPlan } from '../../contract/transfer.ts';
import { type FileDialogs, readChosenFile } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { SerialQueue } from '../timing/serial-queue.ts';
import { PassphraseAttempts } from '../vault/passphrase-attempts.ts';
import type { ImportApplier } from './apply-import.ts';
import { readBackupContent } from './formats/backup.ts';
import { openSealedBackup, type SealedBackup } from './formats/backup-seal.ts';
import { largestMb, maxFileSize, readFile } from './formats/detect.ts';
import { fileText, parseUntrustedJson } from './formats/file-text.ts';
import type { ParsedImport } from './formats/imported-entry.ts';
import { type PlannedEntry, planInPieces } from './import-plan.ts';
import { listExtension } from './opened-path.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'rows'>;
  readonly carrier: Pick<ImportApplier, 'apply'>;
  readonly files: Pick<FileDialogs, 'open'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

/** The file that was chosen last; a backup has no list until it is decrypted. */
interface Chosen {
  readonly planId: string;
  readonly file: string;
  readonly sealed: SealedBackup | null;
  readonly list: ParsedImport | null;
}

const kinds = [{ name: 'FFSM, JSON, CSV', extensions: [listExtension, 'json', 'csv', 'tsv', 'txt'] }];

/** Reads chosen files and holds their content until the person decides; the page gets no secret of it. */
export class Importer {
  readonly #queue = new SerialQueue();
  #chosen: Chosen | null = null;
  #shown: ImportPlan | null = null;
  readonly #tries: PassphraseAttempts;

  constructor(private readonly deps: Deps) {
    this.#tries = new PassphraseAttempts(deps.now);
  }

  /** Lets a person choose a file and parses it; null if the person cancelled. */
  async choose(): Promise<Result<ChosenImport | null>> {
    const path = await this.deps.files.open(kinds);
    return path === null ? ok(null) : this.read(path);
  }

  /** Parses a file that a person has chosen. */
  async read(path: string): Promise<Result<ChosenImport>> {
    this.drop();
    const file = basename(path);
    const found = await readChosenFile(path, maxFileSize);
    if (found.kind === 'too-large') return fail({ code: 'import-too-large', largestMb });
    if (found.kind === 'io-error') return fail({ code: 'import-not-read', file });
    const read = await readFile(found.bytes);
    if (!read.ok) return read;
    const planId = randomUUID();
    if (read.value.kind === 'backup') {
      this.#chosen = { planId, file, sealed: read.value.sealed, list: null };
      return ok({ kind: 'passphrase', planId, file });
    }
    return ok({
      kind: 'plan',
      plan: await this.#plan({ planId, file, sealed: null, list: read.value.list }),
    });
  }

  /** Decrypts the chosen backup; wrong passphrases delay the next attempt. */
  openBackup(planId: string, passphrase: string): Promise<Result<ImportPlan>> {
    return this.#queue.run(() => this.#openBackup(planId, passphrase));
  }

  /** Applies the selected entries, if the plan that was shown still holds. */
  async carryOut(planId: string, chosen: readonly ChosenEntry[]): Promise<Result<ImportCounts>> {
    const [present, shown] = [this.#chosen, this.#shown];
    if (present?.planId !== planId || !present.list || !shown) return fail({ code: 'import-gone' });
    this.drop();
    const plan = await this.#planned(present.list);
    const isAsShown = chosen.every(({ entry }) =>
      isDeepStrictEqual(plan[entry]?.shown, shown.entries[entry]),
    );
    if (!isAsShown) return fail({ code: 'import-outdated' });
    const counts = await this.deps.carrier.apply(plan, chosen);
    this.deps.journal.note('imported', null, { added: counts.added, changed: counts.changed });
    return ok(counts);
  }

  /** Drops the chosen file with any secrets in it. */
  drop(): void {
    this.#chosen = null;
    this.#shown = null;
  }

  async #openBackup(planId: string, passphrase: string): Promise<Result<ImportPlan>> {
    const chosen = this.#chosen;
    if (chosen?.planId !== planId || !chosen.sealed) return fail({ code: 'import-gone' });
    const { sealed } = chosen;
    const tried = await this.#tries.try(async () => {
      const found = await openSealedBackup(sealed, passphrase);
      return found.kind === 'wrong-passphrase' ? null : found;
    });
    if (!tried.ok) return tried;
    const opened = tried.value;
    // Another file may have been chosen, or the dialog closed, while the key was derived.
    if (this.#chosen !== chosen) return fail({ code: 'import-gone' });
    const text = opened.kind === 'open' ? fileText(opened.content) : null;
    const items = text === null ? null : readBackupContent(parseUntrustedJson(text));
    if (items === null) return fail({ code: 'import-broken' });
    if (items.length === 0) return fail({ code: 'import-empty' });
    return ok(await this.#plan({ ...chosen, list: { source: 'backup', items, secretsLeftOut: false } }));
  }

  async #plan(chosen: Chosen & { readonly list: ParsedImport }): Promise<ImportPlan> {
    const { planId, file, list } = chosen;
    const { source, secretsLeftOut } = list;
    this.#chosen = chosen;
    const entries = (await this.#planned(list)).map(({ shown }) => shown);
    const plan = { planId, file, source, entries, secretsLeftOut };
    // Another file may have been chosen, or the dialog closed, so that the plan is not needed any more.
    if (this.#chosen === chosen) this.#shown = plan;
    return plan;
  }

  /** Yields in between, so that ten thousand entries do not block main. */
  async #planned({ items }: ParsedImport): Promise<readonly PlannedEntry[]> {
    const planning = planInPieces(items, this.deps.sessions.rows());
    for (let step = planning.next(); ; step = planning.next()) {
      if (step.done) return step.value;
      await new Promise(setImmediate);
    }
  }
}
