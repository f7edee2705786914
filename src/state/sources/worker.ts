/** A big feed: its records are in a worker, which has read them all. */
import { copiesOf, type SourceStrategy } from './strategy.js';

export const workerStrategy: SourceStrategy = (reading) => {
  const report = copiesOf(reading)[0]?.report;
  return Promise.resolve(reading.worker && report && { source: reading.worker, report });
};
