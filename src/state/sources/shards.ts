/** A folder of small files: the feed is its manifest, the other files are read as they are searched. */
import { createRecordReader } from '../../feed/record-reader.js';
import { request } from '../../feed/request.js';
import type { Failure } from '../../model/failure.js';
import { importOptional } from '../../model/import-optional.js';
import { copiesOf, type SourceStrategy } from './strategy.js';

export const shardsStrategy: SourceStrategy = async (reading) => {
  const { urls, config, shards } = reading;
  const kept = copiesOf(reading);
  if (!shards) return undefined;
  const [folder, full] = await Promise.all([
    importOptional(() => import('../../source/shards.js')), importOptional(() => import('../../feed/full-rules.js')),
  ]);
  if (!folder || !full) return undefined;
  const rules = full.FULL_RULES;
  return folder.openShards(urls, config, shards, kept, (options) => createRecordReader({ ...options, rules }), request);
};

/** What is said of a folder that can't be opened; the records of its manifest are shown all the same. */
export const shardsFailure = (url: string): Failure => ({ code: 'config', detail: '缺少文件 sgs.scale.js。', url });
