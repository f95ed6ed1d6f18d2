/** Works through a list, several at once, until there is nothing left or nobody wants more; true if all was done. */
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

/** As many servers as are asked at once. */
export const maxServersAtOnce = 8;
