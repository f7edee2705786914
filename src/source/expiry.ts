/**
 * The gate is asked when a feed is read; a page can stay open over midnight. What has expired since goes at the next
 * question (令36号: publicity stops by itself at the end of its period).
 */
import type { SgsConfig } from '../model/config.js';
import type { SgsRecord } from '../model/record.js';
import { todayInChina } from '../rules/gate.js';

/** Which records are still public, asked once a new day; undefined while the day is the same, or where the site shows them. */
export function createExpiry(config: SgsConfig, dayOf = todayInChina) {
  let day = dayOf();
  return (): ((record: SgsRecord) => boolean) | undefined => {
    const today = dayOf();
    if (today === day || config.gate?.expired === false) return undefined;
    day = today;
    return ({ publicUntil }) => publicUntil === undefined || publicUntil >= today;
  };
}
