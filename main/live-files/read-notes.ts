import type { JournalFacts } from '../../contract/journal.ts';
import type { Journal } from '../journal/journal.ts';
import type { Subject } from '../journal/journal-record.ts';

/** How long equal reads are counted before they are noted together, in ms. */
const togetherMs = 60_000;

type Facts = Omit<JournalFacts['live-file-read'], 'reads'> | Omit<JournalFacts['live-file-refused'], 'reads'>;

interface Counted {
  readonly about: Subject;
  readonly facts: Facts;
  readonly timer: NodeJS.Timeout;
  more: number;
}

/** Notes every read: the first one at once, and equal ones of the next minute together, since a program can read often. */
export class ReadNotes {
  readonly #counted = new Map<string, Counted>();

  constructor(private readonly journal: Pick<Journal, 'note'>) {}

  /** Notes a read; with a reason, one that got nothing. */
  note(about: Subject, facts: Facts): void {
    const key = JSON.stringify([about.id, facts]);
    const known = this.#counted.get(key);
    if (known) {
      known.more += 1;
      return;
    }
    this.#write(about, facts, 1);
    const timer = setTimeout(() => this.#finish(key), togetherMs);
    timer.unref();
    this.#counted.set(key, { about, facts, timer, more: 0 });
  }

  /** Notes what was counted so far. */
  finish(): void {
    for (const key of [...this.#counted.keys()]) this.#finish(key);
  }

  #finish(key: string): void {
    const counted = this.#counted.get(key);
    if (!counted) return;
    clearTimeout(counted.timer);
    this.#counted.delete(key);
    if (counted.more > 0) this.#write(counted.about, counted.facts, counted.more);
  }

  #write(about: Subject, facts: Facts, reads: number): void {
    if ('reason' in facts) this.journal.note('live-file-refused', about, { ...facts, reads });
    else this.journal.note('live-file-read', about, { ...facts, reads });
  }
}
