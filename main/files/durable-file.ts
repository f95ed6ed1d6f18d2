import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SaveReason } from '../../contract/core/problem.ts';
import { done, fail, type Result } from '../../contract/core/result.ts';
import { SerialQueue } from '../timing/serial-queue.ts';
import { type DiskContext, syncFolder } from './atomic-write.ts';
import { type Decision, decide, isDecided, mayReplace, refusalAfter } from './choose-generation.ts';
import { DataFolder } from './data-folder.ts';
import { IncompleteWrite, saveReason } from './disk-errors.ts';
import type { FileFormat, FileOpening } from './file-format.ts';
import { type FileSystem, realDisk } from './file-system.ts';
import { compareWithDisk, keepAsBackup, overwriteBackup, replace } from './generations.ts';
import { inspectFile, type Verify } from './inspect-file.ts';
import { backupName, type QuarantineReason } from './quarantine.ts';
import type { Stamp } from './read-bounded.ts';

/** What a kept file may be told; all of it has a sensible answer of its own. */
export interface DurableFileOptions {
  readonly disk?: FileSystem;
  readonly platform?: NodeJS.Platform;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Told when another program had put a file in the place of ours, which was laid aside under this name. */
  readonly onForeign?: (keptAs: string) => void;
  /** Told how each write ended. */
  readonly onSaved?: (result: Result) => void;
}

type Restoring<Value> = Extract<Decision<Value>, { kind: 'restore' }>;

interface Waiting<Value> {
  present: () => Value;
  forgetOld: boolean;
  result: Promise<Result>;
}

/**
 * A file that people cannot re-create: after any crash it holds the old or the new state, and what could not be
 * understood is never written over.
 *
 * The generation before is kept as `.bak`. Laid aside with the time in their names are unreadable files (`.corrupt-`),
 * those that another program (`.foreign-`) or a person (`.replaced-`) put out of their place, those older than their
 * backup (`.older-`), and the last one of an older format (`.v1-`).
 */
export class DurableFile<Value> {
  /** The name without the folder, as people are told it. */
  readonly name: string;
  readonly #path: string;
  readonly #shape: FileFormat<Value>;
  readonly #around: DiskContext;
  readonly #folder: DataFolder;
  readonly #queue = new SerialQueue();
  readonly #onForeign: (keptAs: string) => void;
  readonly #onSaved: (result: Result) => void;
  /** Why nothing is written; what was never read is not written over either. */
  #refusal: SaveReason | null = 'other';
  #last: Stamp | null = null;
  /** The older format of the file on the disk, of which a copy has to be kept before it is replaced. */
  #oldFormat: number | null = null;
  #waiting: Waiting<Value> | null = null;

  constructor(path: string, shape: FileFormat<Value>, options: DurableFileOptions = {}) {
    this.name = basename(path);
    this.#path = path;
    this.#shape = shape;
    const { disk = realDisk, platform = process.platform, now = Date.now, wait = setTimeout } = options;
    this.#around = { disk, platform, wait };
    this.#folder = new DataFolder(disk, path, now);
    this.#onForeign = options.onForeign ?? (() => undefined);
    this.#onSaved = options.onSaved ?? (() => undefined);
  }

  /** Reads the file, or its backup if it must; `prove` looks deeper than the shape can. */
  open(prove: Verify<Value> = async () => 'good'): Promise<FileOpening<Value>> {
    return this.#queue.run(() => this.#open(prove));
  }

  /**
   * Writes what `present` says when the write begins; several calls at once become one write and share its result.
   *
   * With `forgetOld` the backup holds nothing older afterwards either.
   */
  save(present: () => Value, { forgetOld = false } = {}): Promise<Result> {
    if (this.#waiting) {
      this.#waiting.present = present;
      this.#waiting.forgetOld ||= forgetOld;
      return this.#waiting.result;
    }
    const waiting: Waiting<Value> = { present, forgetOld, result: Promise.resolve(done) };
    this.#waiting = waiting;
    waiting.result = this.#queue.run(async () => {
      await new Promise(setImmediate);
      this.#waiting = null;
      const saved = await this.#trying(() => this.#save(waiting.present(), waiting.forgetOld));
      this.#onSaved(saved);
      return saved;
    });
    return waiting.result;
  }

  /** Waits until everything asked for so far is on the disk or refused. */
  async settle(): Promise<void> {
    await this.#queue.settle();
  }

  /**
   * Lays the file and its backup aside, so that a new one can begin.
   *
   * As `corrupt` only if it is unreadable, for what can be re-created; as `replaced` a readable one too, because a person
   * said so.
   */
  setAside(kind: QuarantineReason = 'corrupt'): Promise<Result> {
    return this.#queue.run(async () => {
      // SECURITY: what a newer version wrote, or what could not even be looked at, stays where it is.
      const allowed = this.#refusal === 'unreadable' || (this.#refusal === null && kind === 'replaced');
      if (!allowed) return this.#notSaved(this.#refusal ?? 'other');
      this.#refusal = null;
      const moved = await this.#trying(async () => {
        for (const name of [this.name, backupName(this.name)]) await this.#folder.quarantine(name, kind);
      });
      if (moved.ok) this.#last = this.#oldFormat = null;
      else this.#refusal = 'unreadable';
      return moved;
    });
  }

  async #open(prove: Verify<Value>): Promise<FileOpening<Value>> {
    this.#last = this.#oldFormat = null;
    try {
      await this.#folder.prepare();
    } catch (error) {
      this.#refusal = saveReason(error);
      return { kind: 'io-error', reason: this.#refusal };
    }
    await this.#folder.sweep();
    const decision = await this.#decide(prove);
    this.#refusal = refusalAfter(decision);
    switch (decision.kind) {
      case 'use':
        this.#last = decision.file.stamp;
        this.#oldFormat = decision.file.upgradedFrom;
        return { kind: 'ok', value: decision.file.value };
      case 'restore':
        return this.#restore(decision);
      case 'start-empty':
        return { kind: 'missing' };
      case 'unreadable':
        return {
          kind: decision.kind,
          salvage: decision.salvage,
          keptAs: decision.inBackup ? backupName(this.name) : this.name,
        };
      case 'io-error':
        return decision;
      default:
        return { kind: decision.kind };
    }
  }

  async #decide(prove: Verify<Value>): Promise<Decision<Value>> {
    const look = (name: string, proof: Verify<Value>) =>
      inspectFile(this.#around.disk, join(this.#folder.path, name), this.#shape, proof);
    const kept = await look(this.name, prove);
    if (isDecided(kept)) return decide(kept, { finding: 'missing' });
    // Proving may ask a person something, so it is done only where the outcome matters.
    const proveLater: Verify<Value> = async (value) =>
      mayReplace(kept, this.#shape.generation?.(value) ?? null) ? prove(value) : 'unproven';
    return decide(kept, await look(backupName(this.name), proveLater));
  }

  async #restore({ backup, layAside, why }: Restoring<Value>): Promise<FileOpening<Value>> {
    this.#oldFormat = backup.upgradedFrom;
    let keptAs = backupName(this.name);
    const restored = await this.#trying(async () => {
      if (layAside) {
        keptAs = this.name;
        keptAs = await this.#folder.quarantine(this.name, why === 'older' ? 'older' : 'corrupt');
      }
      this.#last = await replace(this.#around, this.#path, backup.bytes);
    });
    // While the bad file is still in its place, nothing may be written over it.
    if (!restored.ok && layAside && keptAs === this.name) this.#refusal = 'unreadable';
    return { kind: 'restored', why, value: backup.value, keptAs };
  }

  async #save(value: Value, forgetOld: boolean): Promise<void> {
    const text = this.#shape.write(value);
    const bytes = Buffer.from(text);
    // What could not be read back is not written.
    if (bytes.length > this.#shape.largest || this.#shape.read(text).kind !== 'good')
      throw new IncompleteWrite('EIO');
    await this.#folder.prepare();
    this.#last = await replace(this.#around, this.#path, bytes, async () => {
      const present = await compareWithDisk(this.#around, this.#path, this.#last);
      if (present === 'ours') await this.#keepOldFormat();
      if (present === 'ours' && !forgetOld) await keepAsBackup(this.#around, this.#path);
      if (present === 'foreign') this.#onForeign(await this.#folder.quarantineCopy(this.name, 'foreign'));
    });
    this.#oldFormat = null;
    if (forgetOld) await overwriteBackup(this.#around, this.#path, bytes);
    await syncFolder(this.#around, this.#folder.path);
  }

  /** Keeps a copy of a file of an older format; without one the file stays as it is. */
  async #keepOldFormat(): Promise<void> {
    if (this.#oldFormat === null) return;
    await this.#folder.quarantineCopy(this.name, `v${this.#oldFormat}`);
    this.#oldFormat = null;
  }

  async #trying(attempt: () => Promise<void>): Promise<Result> {
    if (this.#refusal) return this.#notSaved(this.#refusal);
    try {
      await attempt();
      return done;
    } catch (error) {
      return this.#notSaved(saveReason(error));
    }
  }

  #notSaved(reason: SaveReason): Result {
    return fail({ code: 'not-saved', file: this.name, reason });
  }
}
