import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SaveReason } from '../../contract/core/problem.ts';
import { done, fail, type Result } from '../../contract/core/result.ts';
import { settleWithin, signal } from '../timing/deadline.ts';
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

/** Options; each has a default. */
export interface DurableFileOptions {
  readonly disk?: FileSystem;
  readonly platform?: NodeJS.Platform;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Called when another program had replaced the file, with the quarantine name of that version. */
  readonly onForeign?: (keptAs: string) => void;
  /** Called with the result of each write. */
  readonly onSaved?: (result: Result) => void;
}

type Restoring<Value> = Extract<Decision<Value>, { kind: 'restore' }>;

/** How long a write may be delayed, to be shared with others. */
const sharedWriteMs = 2_000;

export interface SaveOptions {
  /** Overwrites the backup too, so that nothing older is left. */
  readonly forgetOld?: boolean;
  /** Whether the write may start up to two seconds later, for what is no loss after a crash. */
  readonly mayWait?: boolean;
}

interface Waiting<Value> {
  present: () => Value;
  forgetOld: boolean;
  start: () => void;
  result: Promise<Result>;
}

/**
 * A file that cannot be re-created: after a crash it holds the old or the new state, and content that could not be read
 * is never overwritten.
 *
 * The previous generation is kept as `.bak`. Quarantined files have the time in their name: `.corrupt-` unreadable,
 * `.foreign-` written by another program, `.replaced-` replaced on request, `.older-` older than its backup, `.v1-` the
 * last one of an older format.
 */
export class DurableFile<Value> {
  /** The file name without the folder, as shown to people. */
  readonly name: string;
  readonly #path: string;
  readonly #shape: FileFormat<Value>;
  readonly #around: DiskContext;
  readonly #folder: DataFolder;
  readonly #queue = new SerialQueue();
  readonly #onForeign: (keptAs: string) => void;
  readonly #onSaved: (result: Result) => void;
  /** Why writing is refused; also until the file has been read. */
  #refusal: SaveReason | null = 'other';
  #last: Stamp | null = null;
  /** Whether the last save failed. */
  #isBehind = false;
  /** The older format version of the file on disk, which has to be copied before it is overwritten; else null. */
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

  /** SHA-256 of the file as it was last read or written; null if the last save failed, or there is no file. */
  get hash(): string | null {
    return this.#isBehind ? null : (this.#last?.hash ?? null);
  }

  /** Reads the file, or its backup if needed; `prove` verifies more than the schema can. */
  open(prove: Verify<Value> = async () => 'good'): Promise<FileOpening<Value>> {
    return this.#queue.run(() => this.#open(prove));
  }

  /**
   * Writes the value of `present` at the moment the write starts; concurrent calls share one write and its result.
   */
  save(present: () => Value, { forgetOld = false, mayWait = false }: SaveOptions = {}): Promise<Result> {
    if (this.#waiting) {
      this.#waiting.present = present;
      this.#waiting.forgetOld ||= forgetOld;
      if (!mayWait) this.#waiting.start();
      return this.#waiting.result;
    }
    const begin = signal();
    const waiting: Waiting<Value> = { present, forgetOld, start: begin.give, result: Promise.resolve(done) };
    this.#waiting = waiting;
    if (!mayWait) begin.give();
    waiting.result = this.#queue.run(async () => {
      await settleWithin(sharedWriteMs, begin.given);
      await new Promise(setImmediate);
      this.#waiting = null;
      const saved = await this.#trying(() => this.#save(waiting.present(), waiting.forgetOld));
      this.#isBehind = !saved.ok;
      this.#onSaved(saved);
      return saved;
    });
    return waiting.result;
  }

  /** Resolves when all requested writes are done or refused. */
  async settle(): Promise<void> {
    this.#waiting?.start();
    await this.#queue.settle();
  }

  /**
   * Quarantines the file and its backup, so that a new one can be started.
   *
   * `corrupt`: only if the file is unreadable. `replaced`: a readable one too, at a person's request.
   */
  setAside(kind: QuarantineReason = 'corrupt'): Promise<Result> {
    this.#waiting?.start();
    return this.#queue.run(async () => {
      // SECURITY: a file of a newer version, or one that could not be read at all, stays in place.
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
    // Verification may prompt the user, so it is done only if the result matters.
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
    // The corrupt file could not be moved away, so nothing may be written over it.
    if (!restored.ok && layAside && keptAs === this.name) this.#refusal = 'unreadable';
    return { kind: 'restored', why, value: backup.value, keptAs };
  }

  async #save(value: Value, forgetOld: boolean): Promise<void> {
    const text = this.#shape.write(value);
    const bytes = Buffer.from(text);
    // Content that this format would not read back is not written.
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

  /** Copies a file of an older format; if that fails, the file is not overwritten. */
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
