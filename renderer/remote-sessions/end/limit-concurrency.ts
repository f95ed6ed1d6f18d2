/** Runs `work` for every item, several at once, until done or aborted; true if all were done. */
export async function limitConcurrency<Item>(
  items: readonly Item[],
  atOnce: number,
  isWanted: () => boolean,
  work: (item: Item) => Promise<void>,
): Promise<boolean> {
  const waiting = [...items];
  const workOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (!isWanted()) {
        waiting.unshift(next);
        return;
      }
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workOn));
  return waiting.length === 0;
}

/** The limit that main applies too. */
export const maxServersAtOnce = 8;
