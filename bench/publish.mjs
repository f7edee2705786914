// @ts-check
// Publishing alone: what the whole feed, then some days after it, cost. Processor seconds (user and system) beside those of
// the clock, for a shared machine has less of it at one time than at another. dist/ must have been built.
//
//   node bench/publish.mjs [--records 100k] [--days 3] [--folder DIR] [--keep] [--cores 1|all]
//
// --keep leaves feed and folder where they are. Memory: the most at once.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cache } from './data.mjs';
import { countOf, nameOf } from './options.mjs';
import { publishDays } from './scale/days.mjs';
import { sizeOf } from './scale/files.mjs';
import { publishAll } from './scale/publish.mjs';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100k' }, days: { type: 'string', default: '3' }, folder: { type: 'string' },
    keep: { type: 'boolean', default: false }, cores: { type: 'string', default: '1' },
  },
});
const records = countOf(values.records);
const root = values.folder ?? join(cache, `publish-${nameOf(records)}`);

/** @param {import('./scale/publish.mjs').Used} used */
const said = ({ cpuSeconds, seconds, memoryMb, oneCore }) =>
  `${cpuSeconds.toFixed(1)} s of the processor, ${seconds.toFixed(1)} s by the clock${oneCore ? ' on one core' : ''}, ${Math.round(memoryMb)} MB`;

const { folder, published } = await publishAll(root, records, true, () => undefined, values.cores === '1');
const { files, bytes, index } = sizeOf(folder);
console.log(`${records} records: ${said(published)}; ${files} files, ${(bytes / 1e6).toFixed(1)} MB, of which the index ${(index / 1e6).toFixed(1)} MB`);
if (Number(values.days)) {
  const { days } = await publishDays(root, folder, records, Number(values.days), () => undefined);
  for (const day of days) {
    console.log(`day ${day.day + 1}: ${day.added} new, ${day.corrected} corrected, ${day.withdrawn} withdrawn: ${said(day)}; `
      + `${day.files} files, ${(day.bytes / 1e6).toFixed(2)} MB, ${(100 * day.part).toFixed(2)} % of the index`);
  }
}
if (!values.keep) rmSync(root, { recursive: true, force: true });
