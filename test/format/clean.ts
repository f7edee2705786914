/** The records of a feed as a reader without a configuration sees them. */
import { createReader } from '../../src/feed/reader.js';
import type { SgsRecord } from '../../src/model/record.js';
import { TODAY } from './folder.js';

export const clean = (feed: unknown): readonly SgsRecord[] => {
  const all: SgsRecord[] = [];
  const reader = createReader({ today: TODAY, onRecords: (some) => void all.push(...some) });
  reader.push(JSON.stringify(feed));
  reader.end();
  return all;
};
