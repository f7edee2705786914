/** Records in the page's own memory: a feed that is one document. */
import type { SgsConfig } from '../../model/config.js';
import type { SgsRecord } from '../../model/record.js';
import { DocumentSource } from '../../source/document.js';
import { copiesOf, failuresOf, type SourceStrategy } from './strategy.js';

export function createDocument(records: readonly SgsRecord[], config: SgsConfig): DocumentSource {
  const document = new DocumentSource(config);
  document.add(records);
  return document.finish();
}

export const documentStrategy: SourceStrategy = (reading) => {
  const { live } = reading;
  const copies = copiesOf(reading);
  const report = copies[0]?.report;
  if (!report) return Promise.resolve(undefined);
  // Records of a feed that broke off are no publication: they go, as the product contract says.
  const source = live && !failuresOf(reading).length ? live.finish()
    : createDocument(copies.flatMap(({ records }) => records), reading.config);
  return Promise.resolve({ source, report });
};
