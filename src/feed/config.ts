/** The site's configuration: fetched like a feed, checked before it is believed. */
import type { SgsConfig } from '../model/config.js';
import { FeedFailure, type Failure } from '../model/failure.js';
import { importOptional } from '../model/import-optional.js';
import { createTextStream } from './decode.js';
import { request } from './request.js';

export type ConfigResult =
  | { readonly ok: true; readonly config: SgsConfig }
  | { readonly ok: false; readonly failure: Failure };

/** Largest configuration: it is written by hand. */
const LIMIT = { timeout: 15, retry: 1, maxBytes: 1_048_576 };

const wrong = (detail: string, url?: string): ConfigResult => ({ ok: false, failure: { code: 'config', detail, ...(url && { url }) } });

/* c8 ignore next -- tsx rewrites import(), and V8 counts a branch that is nowhere in the source */
const importSchema = () => importOptional(() => import('../model/config-schema.js'));

/** A configuration given as an object. Where the file that checks it is missing, the webmaster is taken at their word. */
export const readConfig = async (value: unknown, url?: string): Promise<ConfigResult> => {
  const schema = await importSchema();
  /* c8 ignore next -- Node always has it; test/embed/parts.test.ts looks what the classic script does without */
  const problem = schema?.configProblem(value);
  return problem ? wrong(`配置有误：${problem}。`, url) : { ok: true, config: value as SgsConfig };
};

/** A configuration at an address. */
export const loadConfig = async (url: string, signal?: AbortSignal): Promise<ConfigResult> => {
  try {
    // Both come at the same time.
    void importSchema();
    const stream = createTextStream();
    let text = '';
    for await (const chunk of request({ url }, LIMIT, signal)) text += stream.push(chunk);
    return await readConfig(JSON.parse(text + stream.end()), url);
  } catch (error) {
    return wrong(error instanceof FeedFailure ? `无法读取配置：${error.failure.detail}` : '配置不是有效的 JSON。', url);
  }
};
