/** How long to wait before a server that was busy is asked again. Pure. */

/**
 * Milliseconds: at least what the server wishes (`Retry-After`, seconds or a date by the server's own clock, for a
 * reader's may be wrong), and then ever longer with some chance in it. All pages of an outage are told the same date;
 * without the chance they would all return at once.
 * @param attempt counts from 0
 * @param headers of the answer, if there was one
 * @param chance from 0 to 1
 */
export const pauseAfter = (attempt: number, headers?: Headers, chance = Math.random()): number => {
  const said = (name: string): string => headers?.get(name) || '';
  const wish = said('retry-after');
  const least = Math.max(0, Number(wish) * 1000 || Date.parse(wish) - (Date.parse(said('date')) || Date.now()) || 0);
  return least + Math.max(least / 2, Math.min(8000, 1000 * 2 ** attempt)) * (0.5 + chance / 2);
};
