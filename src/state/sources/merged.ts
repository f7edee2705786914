/** Several feeds as one list, or a feed with a catalogue whose bases its other records take. */
import { importOptional } from '../../model/import-optional.js';
import { createDocument } from './document.js';
import { copiesOf, type SourceStrategy } from './strategy.js';

export const mergedStrategy: SourceStrategy = async (reading) => {
  const copies = copiesOf(reading);
  if (copies.length < 2 && !copies[0]?.report.kinds.catalog) return undefined;
  const compiler = await importOptional(() => import('../../source/compile.js'));
  const report = compiler?.mergeReports(copies.map((copy) => copy.report));
  if (!compiler || !report) return undefined;
  const parts = copies.map(({ records, report: { meta } }) => ({ records, name: meta.publisher?.name, remedy: meta.remedy }));
  return { source: createDocument(compiler.compile(parts), reading.config), report };
};
