import { done, fail, type Result } from '../../contract/core/result.ts';
import { dayMs, type EpochMs } from '../../contract/core/time.ts';
import type {
  JournalEntry,
  JournalEvent,
  JournalFacts,
  JournalFilter,
  JournalPage,
} from '../../contract/journal.ts';
import { saveReason } from '../files/disk-errors.ts';
import type { Log } from '../log/log.ts';
import { SerialQueue } from '../timing/serial-queue.ts';
import type { JournalFile } from './journal-file.ts';
import {
  isWanted,
  type JournalRecord,
  journalRecord,
  readRecord,
  recordText,
  type Subject,
} from './journal-record.ts';

/** Lines that a full disk did not take wait for the next attempt, but not without end. */
const maxWaiting = 2_000;
/** A long journal is looked through in pieces, so that nothing else has to wait for it. */
const pieceOfLines = 2_000;

interface Deps {
  readonly file: JournalFile;
  readonly name: string;
  readonly now: () => EpochMs;
  readonly log: Log;
  /** Told how each write ended. */
  readonly onSaved: (name: string, result: Result) => void;
}

interface Waiting {
  readonly line: JournalRecord;
  readonly happenedBefore: boolean;
}

/** What was done when, for 90 days. Holds no secret: what may be noted is counted out in the contract. */
export class Journal {
  readonly #queue = new SerialQueue();
  #waiting: Waiting[] = [];
  #isOpen = false;
  #isWriting = false;
  #prunedAt: EpochMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: Deps) {}

  /**
   * Notes an event; it is on the disk soon after, once the journal is open.
   *
   * `happenedAt` is for what is found out later, such as the end of a session while the app was closed.
   */
  note<What extends JournalEvent>(
    what: What,
    about: Subject | null,
    facts: JournalFacts[What],
    happenedAt?: EpochMs,
  ): void {
    const line = journalRecord(happenedAt ?? this.deps.now(), what, about, facts);
    this.#waiting.push({ line, happenedBefore: happenedAt !== undefined });
    if (this.#waiting.length > maxWaiting) this.#waiting.shift();
    this.deps.log(what, { profile: line.profileId, ...line.facts });
    if (this.#isOpen) this.#writeSoon();
  }

  /** Lets lines be written from now on; they wait until the window is shown. */
  open(): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#isOpen) return;
      this.#isOpen = true;
      const lastWrittenAt = (await this.deps.file.lastWrittenAt()) ?? Number.NEGATIVE_INFINITY;
      // What is found out at every start, and happened before the last line was written, stands there already.
      this.#waiting = this.#waiting.filter(
        ({ line, happenedBefore }) => !happenedBefore || line.at > lastWrittenAt,
      );
      await this.#write();
    });
  }

  /** Some lines, newest first, that stand before the one with the id `before`. */
  readPage(filter: JournalFilter, before: number | null, limit: number): Promise<JournalPage> {
    return this.#queue.run(async () => {
      const entries: JournalEntry[] = [];
      for await (const entry of this.#wanted(filter)) {
        if (before !== null && entry.id >= before) continue;
        if (entries.length === limit) return { entries, more: true };
        entries.push(entry);
      }
      return { entries, more: false };
    });
  }

  /** Every wanted line, oldest first. */
  readAll(filter: JournalFilter): Promise<readonly JournalEntry[]> {
    return this.#queue.run(async () => {
      const entries: JournalEntry[] = [];
      for await (const entry of this.#wanted(filter)) entries.push(entry);
      return entries.reverse();
    });
  }

  /** Lays all that was noted until now aside, and begins anew. */
  setAside(): Promise<Result> {
    return this.#queue.run(async () => {
      this.#isOpen = true;
      await this.#write();
      const aside = await this.#trying(() => this.deps.file.setAside());
      if (aside.ok) this.#waiting = [];
      return aside;
    });
  }

  /** Writes what still waits, for the end of the app. */
  async close(): Promise<void> {
    await this.open();
    await this.#queue.run(() => this.#write());
  }

  async *#wanted(filter: JournalFilter): AsyncGenerator<JournalEntry> {
    await this.#write();
    const lines = await this.deps.file.lines();
    for (let index = lines.length - 1; index >= 0; index -= 1) {
      if (index % pieceOfLines === 0) await new Promise(setImmediate);
      const placed = lines[index];
      const line = placed && readRecord(placed.text);
      if (line && isWanted(line, filter)) yield { id: placed.from, ...line };
    }
  }

  #writeSoon(): void {
    if (this.#isWriting) return;
    this.#isWriting = true;
    void this.#queue.run(async () => {
      await new Promise(setImmediate);
      this.#isWriting = false;
      await this.#write();
    });
  }

  async #write(): Promise<void> {
    if (!this.#isOpen) return;
    await this.#prune();
    const writing = this.#waiting;
    if (writing.length === 0) return;
    this.#waiting = [];
    const result = await this.#trying(() =>
      this.deps.file.append(writing.map(({ line }) => recordText(line))),
    );
    if (!result.ok) this.#waiting = [...writing, ...this.#waiting].slice(-maxWaiting);
    this.deps.onSaved(this.deps.name, result);
  }

  async #prune(): Promise<void> {
    const now = this.deps.now();
    if (Math.abs(now - this.#prunedAt) < dayMs) return;
    this.#prunedAt = now;
    // A disk without room for the shorter file keeps the longer one; nothing is lost by that.
    await this.#trying(() => this.deps.file.prune(now));
  }

  async #trying(attempt: () => Promise<void>): Promise<Result> {
    try {
      await attempt();
      return done;
    } catch (error) {
      return fail({ code: 'not-saved', file: this.deps.name, reason: saveReason(error) });
    }
  }
}
