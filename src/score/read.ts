/** Many departments at a time, but not all: their servers are small, and often one and the same. */

/** Feeds that are read at once. */
const AT_ONCE = 4;

/** Does something with each item, a few at a time; results stand in the order of the items. `work` must not throw. */
export const inParallel = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  onProgress: (done: number, result: Result) => void = () => undefined,
  most = AT_ONCE,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const result = await work(items[at] as Item);
      results[at] = result;
      onProgress(++done, result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
  return results;
};
