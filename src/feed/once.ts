/** So much is remembered before it is forgotten. */
const MOST = 500;

/** What a name comes to, worked out once for many: rows of a feed are alike. */
export const once = <T>(memory: Map<string, T>, name: string, make: () => T): T => {
  if (memory.size > MOST) memory.clear();
  const value = memory.get(name) || make();
  memory.set(name, value);
  return value;
};
