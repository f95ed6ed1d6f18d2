/** Runs tasks one at a time, in order. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the task after all earlier ones have settled. */
  run<Answer>(task: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(task);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Resolves when all tasks so far have settled. */
  async settle(): Promise<void> {
    await this.#last;
  }
}
