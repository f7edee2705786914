/**
 * A module that is loaded when it is needed; undefined where it can't be had: a webmaster has copied `sgs.js` without the
 * files beside it, or the network fails. What misses it does without.
 */
export async function importOptional<Module>(load: () => Promise<Module>): Promise<Module | undefined> {
  try {
    return await load();
  } catch {
    return undefined;
  }
}
