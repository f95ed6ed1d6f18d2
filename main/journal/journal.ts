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
import type { EntryNames } from '../presentation/shown-names.ts';
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

/** Limit of lines that wait to be written, for example while the disk is full. */
const maxWaiting = 2_000;
/** A long journal is read in batches, which lets other work run in between. */
const pieceOfLines = 2_000;

interface Deps {
  readonly file: JournalFile;
  readonly name: string;
  readonly now: () => EpochMs;
  readonly log: Log;
  /** Called with the result of each write. */
  readonly onSaved: (name: string, result: Result) => void;
}

interface Waiting {
  readonly line: JournalRecord;
  readonly happenedBefore: boolean;
}

/** The record of what was done when, for 90 days. Holds no secret: the contract lists what may be recorded. */
export class Journal {
  readonly #queue = new SerialQueue();
  #waiting: Waiting[] = [];
  #isOpen = false;
  #isWriting = false;
  #prunedAt: EpochMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: Deps) {}

  /**
   * Records an event; written soon after, once the journal is open.
   *
   * `happenedAt`: for events found out later, such as a session that ended while the app was closed.
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

  /** Starts writing; until the window is shown, lines wait in memory. */
  open(): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#isOpen) return;
      this.#isOpen = true;
      const lastWrittenAt = (await this.deps.file.lastWrittenAt()) ?? Number.NEGATIVE_INFINITY;
      // An event found at every start, dated before the last line, has already been recorded.
      this.#waiting = this.#waiting.filter(
        ({ line, happenedBefore }) => !happenedBefore || line.at > lastWrittenAt,
      );
      await this.#write();
    });
  }

  /** A page of entries before the ID `before`, newest first. `shown`: the names by which they are found. */
  readPage(
    filter: JournalFilter,
    before: number | null,
    limit: number,
    shown?: (names: EntryNames) => EntryNames,
  ): Promise<JournalPage> {
    return this.#queue.run(async () => {
      const entries: JournalEntry[] = [];
      for await (const entry of this.#wanted(filter, shown)) {
        if (before !== null && entry.id >= before) continue;
        if (entries.length === limit) return { entries, more: true };
        entries.push(entry);
      }
      return { entries, more: false };
    });
  }

  /** All matching entries, oldest first. */
  readAll(filter: JournalFilter): Promise<readonly JournalEntry[]> {
    return this.#queue.run(async () => {
      const entries: JournalEntry[] = [];
      for await (const entry of this.#wanted(filter)) entries.push(entry);
      return entries.reverse();
    });
  }

  /** Quarantines the journal and starts an empty one. */
  setAside(): Promise<Result> {
    return this.#queue.run(async () => {
      this.#isOpen = true;
      await this.#write();
      const aside = await this.#trying(() => this.deps.file.setAside());
      if (aside.ok) this.#waiting = [];
      return aside;
    });
  }

  /** Writes what is still waiting; called on quit. */
  async close(): Promise<void> {
    await this.open();
    await this.#queue.run(() => this.#write());
  }

  async *#wanted(
    filter: JournalFilter,
    shown?: (names: EntryNames) => EntryNames,
  ): AsyncGenerator<JournalEntry> {
    await this.#write();
    const lines = await this.deps.file.lines();
    for (let index = lines.length - 1; index >= 0; index -= 1) {
      if (index % pieceOfLines === 0) await new Promise(setImmediate);
      const placed = lines[index];
      const line = placed && readRecord(placed.text);
      if (line && isWanted(line, filter, shown)) yield { id: placed.from, ...line };
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
    // If the disk has no room for the shorter file, the longer one stays; nothing is lost.
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
