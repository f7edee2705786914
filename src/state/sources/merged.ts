/** Several feeds as one list, or a feed with a catalogue whose bases its other records take. */
import { importOptional } from '../../model/import-optional.js';
import { createDocument } from './document.js';
import { copiesOf, type SourceStrategy } from './strategy.js';

export const mergedStrategy: SourceStrategy = async (reading) => {
  const copies = copiesOf(reading);
  const isPlain = !copies[1] && !copies[0]?.report.kinds.catalog;
  const made = isPlain ? undefined : (await importOptional(() => import('../../source/compile.js')))?.compileCopies(copies);
  return made && { source: createDocument([made], reading.config), report: made.report };
};
