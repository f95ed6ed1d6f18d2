import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { LiveFile, LiveFileRead, ReadRefusal } from '../../contract/sessions/live-files.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import type { Journal } from '../journal/journal.ts';
import { programCode } from '../journal/journal-record.ts';
import { RepeatedNotes } from '../journal/repeated-notes.ts';
import { sanitizeText } from '../servers/http/sanitize-text.ts';
import { SerialQueue } from '../timing/serial-queue.ts';
import { readQuestion } from './live-file-questions.ts';
import type { PermittedPrograms } from './permitted-programs.ts';
import type { Reader } from './pipe/readers.ts';
import type { Reading } from './pipe/reading.ts';

/** How long a person is asked about a reader, and how often it is looked whether it still waits; in ms. */
const askedMs = 120_000;
const lookEveryMs = 500;

interface Deps {
  readonly confirmations: Confirmations & { readonly isAsking: boolean };
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
  /** Brings the window, and with it the question, to the front. */
  readonly showMainWindow: () => void;
}

/** The live file that is read, as it is at each moment. */
export interface ReadFile {
  readonly file: LiveFile;
  readonly profile: Profile;
  readonly programs: PermittedPrograms;
  /** What a reader gets, or why it gets nothing. */
  content(): { readonly text: string } | { readonly reason: ReadRefusal };
  /** Shows about which program a person is asked; null: none. */
  showAsking(program: string | null): void;
  showRead(read: LiveFileRead): void;
}

/** Decides about the reads of pipes: each gets the token once it may, or finds an empty file. */
export class LiveReads {
  readonly #questions = new SerialQueue();
  readonly #notes: RepeatedNotes;

  constructor(private readonly deps: Deps) {
    this.#notes = new RepeatedNotes(deps.journal);
  }

  /** Serves one reader and lets go of it. */
  async serve(read: ReadFile, reading: Reading): Promise<void> {
    try {
      const readers = await reading.readers();
      // Opened and closed again: nothing was read.
      if (!(await reading.isHeld())) return;
      const refusal = await this.#refusal(read, reading, readers);
      const content = refusal === null ? read.content() : { reason: refusal };
      if ('text' in content && (await reading.give(content.text, readers))) this.#note(read, readers, null);
      else if (await reading.isHeld())
        this.#note(read, readers, 'reason' in content ? content.reason : 'several-readers');
    } finally {
      await reading.close();
    }
  }

  /** Notes what was counted so far. */
  finish(): void {
    this.#notes.finish();
  }

  /** Why a reader gets nothing; null if it may have the token. */
  async #refusal(read: ReadFile, reading: Reading, readers: readonly Reader[]): Promise<ReadRefusal | null> {
    const content = read.content();
    if ('reason' in content) return content.reason;
    // SECURITY: with two readers nobody could say which of them gets the token (0045).
    if (readers.length > 1) return 'several-readers';
    if (read.file.kind !== 'ask') return null;
    const program = readers[0]?.program ?? '';
    // SECURITY: a program of which no person has said that it may read gets nothing (0045).
    return (await this.#questions.run(() => this.#isPermitted(read, reading, program)))
      ? null
      : 'not-permitted';
  }

  async #isPermitted(read: ReadFile, reading: Reading, program: string): Promise<boolean> {
    const { monotonicNow, showMainWindow } = this.deps;
    const known = read.programs.verdict(program, monotonicNow());
    if (known !== null) return known;
    read.showAsking(programName(program));
    const over = new AbortController();
    void this.#watch(reading, over);
    try {
      showMainWindow();
      const permitted = await this.#ask(read, program, over.signal);
      // A question that nobody answered decides nothing.
      if (!over.signal.aborted && program !== '') read.programs.decide(program, permitted, monotonicNow());
      return permitted;
    } finally {
      over.abort();
      read.showAsking(null);
    }
  }

  async #ask({ file, profile }: ReadFile, program: string, signal: AbortSignal): Promise<boolean> {
    const { confirmations } = this.deps;
    while (confirmations.isAsking && !signal.aborted) await pause(lookEveryMs, undefined, { ref: false });
    if (signal.aborted) return false;
    const name = programName(program);
    return confirmations.ask(readQuestion({ file, profile, program: name, path: program }), signal);
  }

  /** Ends a question once its reader has gone, or has waited for too long. */
  async #watch(reading: Reading, over: AbortController): Promise<void> {
    for (let waited = 0; waited < askedMs && !over.signal.aborted; waited += lookEveryMs) {
      await pause(lookEveryMs, undefined, { ref: false });
      if (!over.signal.aborted && !(await reading.isHeld())) break;
    }
    over.abort();
  }

  #note(read: ReadFile, readers: readonly Reader[], reason: ReadRefusal | null): void {
    const { file, profile } = read;
    const names = readers.map(({ program }) => programName(program));
    const facts = { format: file.format, program: programCode(names.join(':')) };
    if (reason === null) this.#notes.note('live-file-read', profile, facts);
    else this.#notes.note('live-file-refused', profile, { ...facts, reason });
    read.showRead({ at: this.deps.now(), program: names.join(', '), given: reason === null });
  }
}

/** The name of a program as it can be shown; empty if it is not known. */
export function programName(program: string): string {
  return sanitizeText(basename(program), 60);
}
