/** So many results of a column are remembered; then all are forgotten. */
const MOST = 2000;

/**
 * A function that remembers its results, where that is worth while: departments, kinds and days come again and again, names and
 * sentences do not. A column in which most of the first values are new is remembered no longer.
 */
export function recalled<T>(make: (value: unknown) => T): (value: unknown) => T {
  const results = new Map<unknown, T>();
  let hits = 0;
  let isWorthWhile = true;
  return (value) => {
    if (!isWorthWhile) return make(value);
    const known = results.get(value);
    if (known !== undefined) {
      hits++;
      return known;
    }
    const result = make(value);
    if (results.size >= MOST) {
      isWorthWhile = hits > MOST;
      hits = 0;
      results.clear();
    }
    results.set(value, result);
    return result;
  };
}
