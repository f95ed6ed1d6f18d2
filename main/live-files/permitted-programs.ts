/** How long a permission holds unless a lock or a log-out ends it earlier, and how long a refusal does; in ms. */
const permittedMs = 8 * 3_600_000;
const refusedMs = 60_000;

interface Verdict {
  readonly permitted: boolean;
  readonly until: number;
}

/** What a person decided about the programs that read a live file; times are of a monotonic clock. */
export class PermittedPrograms {
  readonly #verdicts = new Map<string, Verdict>();

  /** Whether a program may read; null: nobody has decided. */
  verdict(program: string, now: number): boolean | null {
    const found = this.#verdicts.get(program);
    return found && now < found.until ? found.permitted : null;
  }

  decide(program: string, permitted: boolean, now: number): void {
    this.#verdicts.set(program, { permitted, until: now + (permitted ? permittedMs : refusedMs) });
  }

  forget(): void {
    this.#verdicts.clear();
  }
}
