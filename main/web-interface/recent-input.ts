/** How long an input of a person can explain what a page asks for, in ms. */
const patienceMs = 5_000;

/** Whether a person has just done something in a page; each input explains one thing, so that a page cannot nag. */
export class RecentInput {
  #at: number | null = null;

  /** `now`: milliseconds of a monotonic clock. */
  constructor(private readonly now: () => number) {}

  note(): void {
    this.#at = this.now();
  }

  /** Whether there was an input that explains a request; it explains no other. */
  take(): boolean {
    const at = this.#at;
    this.#at = null;
    return at !== null && this.now() - at < patienceMs;
  }
}
