/** So many results are remembered before all are forgotten: rows of a feed are alike, but a feed may be endless. */
const MOST = 500;

/** The result for a key, worked out once for many. */
export const memoize = <T>(results: Map<string, T>, key: string, make: () => T): T => {
  const known = results.get(key);
  if (known !== undefined) return known;
  if (results.size > MOST) results.clear();
  const result = make();
  results.set(key, result);
  return result;
};
