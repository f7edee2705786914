/** A folder of small files: the feed is its manifest, the other files are read as they are searched. */
import { request } from '../../feed/request.js';
import type { Failure } from '../../model/failure.js';
import { importOptional } from '../../model/import-optional.js';
import { copiesOf, type SourceStrategy } from './strategy.js';

export const shardsStrategy: SourceStrategy = async (reading) => {
  const { urls, config, shards } = reading;
  const kept = copiesOf(reading);
  if (!shards) return undefined;
  const [folder, reader] = await Promise.all([
    importOptional(() => import('../../source/shards.js')), importOptional(() => import('../../feed/reader.js')),
  ]);
  return folder && reader && folder.openShards(urls, config, shards, kept, reader.createReader, request);
};

/** What is said of a folder that can't be opened; the records of its manifest are shown all the same. */
export const shardsFailure = (url: string): Failure => ({ code: 'config', detail: '缺少文件 sgs.scale.js。', url });
