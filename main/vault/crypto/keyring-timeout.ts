/** How long the app waits for the keyring, in ms; after that, new secrets are kept in memory. */
const defaultMs = 3_000;
/** Timeout in ms if a person asked for the keyring, which may be showing a prompt. */
const askedMs = 60_000;
/** Timeout in ms once the app quits. */
const hurriedMs = 2_000;

/** Waits for the keyring with a timeout, since it may be prompting an absent person. */
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

  /** Called for every answer that arrives after its timeout. */
  onLate(told: () => void): void {
    this.#onLate = told;
  }

  /** Runs `work` with the longer timeout for requests by a person. */
  async asked<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const before = this.#ms;
    this.#ms = Math.max(before, this.#askedMs);
    try {
      return await work();
    } finally {
      this.#ms = Math.min(before, this.#askedMs);
    }
  }

  /** The answer, or a temporary error after the timeout. */
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

  /** Shortens the timeout, also for calls already waiting. */
  hurry(): void {
    this.#ms = Math.min(this.#ms, this.#hurriedMs);
    this.#askedMs = this.#hurriedMs;
    for (const hurry of this.#hurry) hurry();
  }
}
