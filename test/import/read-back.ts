/** What a feed that an import has made says, read by the widget's own reader. */
import { createReader } from '../../src/feed/reader.js';
import type { SgsRecord } from '../../src/model/record.js';

export function readBack(text: string, today: string): SgsRecord[] {
  const records: SgsRecord[] = [];
  const reader = createReader({ today, onRecords: (batch) => records.push(...batch) });
  reader.push(text);
  reader.end();
  return records;
}
