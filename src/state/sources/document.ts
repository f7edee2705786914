/** Records in the page's own memory: a feed that is one document. */
import type { FeedCopy } from '../../feed/cache.js';
import type { SgsConfig } from '../../model/config.js';
import { DocumentSource } from '../../source/document.js';
import { copiesOf, failuresOf, type FeedReading, type OpenedSource } from './strategy.js';

export function createDocument(copies: readonly Pick<FeedCopy, 'records'>[], config: SgsConfig): DocumentSource {
  const document = new DocumentSource(config);
  for (const { records } of copies) document.add(records);
  return document.finish();
}

export const openDocument = (reading: FeedReading): OpenedSource | undefined => {
  const { live } = reading;
  const copies = copiesOf(reading);
  const report = copies[0]?.report;
  // Records of a feed that broke off are no publication: they go, as the product contract says.
  return report && { source: live && !failuresOf(reading).length ? live.finish() : createDocument(copies, reading.config), report };
};
