/** Does one thing at a time, in the order in which it was asked. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Does the task when all before it are done, whether they worked or not. */
  run<Answer>(task: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(task);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Waits until everything asked for so far is done. */
  async settle(): Promise<void> {
    await this.#last;
  }
}
