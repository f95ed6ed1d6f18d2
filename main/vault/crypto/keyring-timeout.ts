/** How long the app does without the keyring's answer, in ms; what is asked meanwhile is kept in memory. */
const defaultMs = 3_000;
/** How long a keyring may take that a person has just turned to, in ms; it may be showing a question to them. */
const askedMs = 60_000;
/** How long it may still take once the app wants to quit. */
const hurriedMs = 2_000;

/** Waits for the keyring, which may wait for a person who is not there. */
export class KeyringTimeout {
  #ms: number;
  #askedMs = askedMs;
  readonly #hurriedMs: number;
  readonly #hurry = new Set<() => void>();
  #onLate: () => void = () => undefined;

  constructor(ms = defaultMs, whenHurriedMs = hurriedMs) {
    this.#ms = ms;
    this.#hurriedMs = whenHurriedMs;
  }

  /** Told of every answer that comes after it was given up. */
  onLate(told: () => void): void {
    this.#onLate = told;
  }

  /** Does something that a person asked of the keyring, and that waits for them longer. */
  async asked<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const before = this.#ms;
    this.#ms = Math.max(before, this.#askedMs);
    try {
      return await work();
    } finally {
      this.#ms = Math.min(before, this.#askedMs);
    }
  }

  /** The answer, or the error of a keyring that cannot answer at present. */
  async wait<Value>(answer: Promise<Value>): Promise<Value> {
    let timer: NodeJS.Timeout | undefined;
    let hurry: () => void = () => undefined;
    let isGivenUp = false;
    const late = new Promise<never>((_resolve, reject) => {
      const arm = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          isGivenUp = true;
          reject(new Error('The keyring is temporarily unavailable'));
        }, this.#ms);
      };
      hurry = arm;
      arm();
    });
    answer.then(
      () => isGivenUp && this.#onLate(),
      () => undefined,
    );
    this.#hurry.add(hurry);
    return Promise.race([answer, late]).finally(() => {
      clearTimeout(timer);
      this.#hurry.delete(hurry);
    });
  }

  /** From now on there is little time, also for what is being waited for already. */
  hurry(): void {
    this.#ms = Math.min(this.#ms, this.#hurriedMs);
    this.#askedMs = this.#hurriedMs;
    for (const hurry of this.#hurry) hurry();
  }
}
