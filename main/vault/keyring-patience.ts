/** How long a keyring may take, in ms; it may be showing a question to a person. */
const usualMs = 60_000;
/** How long it may still take once the app wants to quit. */
const hurriedMs = 2_000;

/** Waits for the keyring, which may wait for a person who is not there. */
export class KeyringPatience {
  #ms: number;
  readonly #hurriedMs: number;
  readonly #hurry = new Set<() => void>();

  constructor(ms = usualMs, whenHurriedMs = hurriedMs) {
    this.#ms = ms;
    this.#hurriedMs = whenHurriedMs;
  }

  /** The answer, or the error of a keyring that cannot answer at present. */
  async wait<Value>(answer: Promise<Value>): Promise<Value> {
    let timer: NodeJS.Timeout | undefined;
    let hurry: () => void = () => undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const arm = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error('The keyring is temporarily unavailable')), this.#ms);
      };
      hurry = arm;
      arm();
    });
    this.#hurry.add(hurry);
    return Promise.race([answer, late]).finally(() => {
      clearTimeout(timer);
      this.#hurry.delete(hurry);
    });
  }

  /** From now on there is little time, also for what is being waited for already. */
  hurry(): void {
    this.#ms = Math.min(this.#ms, this.#hurriedMs);
    for (const hurry of this.#hurry) hurry();
  }
}
