import type { JournalFacts } from '../../contract/journal.ts';
import type { Journal } from './journal.ts';
import type { Subject } from './journal-record.ts';

/** How long equal events are counted before they are noted together, in ms. */
const togetherMs = 60_000;

/** What programs can cause as often as they like. */
type RepeatedEvent = 'live-file-read' | 'live-file-refused' | 'token-read' | 'token-refused';

interface Counted {
  readonly write: (reads: number) => void;
  readonly timer: NodeJS.Timeout;
  more: number;
}

/** Notes every event: the first one at once, and equal ones of the next minute together. */
export class RepeatedNotes {
  readonly #counted = new Map<string, Counted>();

  constructor(private readonly journal: Pick<Journal, 'note'>) {}

  note<What extends RepeatedEvent>(
    what: What,
    about: Subject,
    facts: Omit<JournalFacts[What], 'reads'>,
  ): void {
    const key = JSON.stringify([what, about.id, facts]);
    const known = this.#counted.get(key);
    if (known) {
      known.more += 1;
      return;
    }
    const write = (reads: number) =>
      this.journal.note(what, about, { ...facts, reads } as JournalFacts[What]);
    write(1);
    const timer = setTimeout(() => this.#finish(key), togetherMs);
    timer.unref();
    this.#counted.set(key, { write, timer, more: 0 });
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
    if (counted.more > 0) counted.write(counted.more);
  }
}
