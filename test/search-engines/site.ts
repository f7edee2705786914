/** What `npm run test:engines` hands over: a cluster with a feed in it, and the same feed in memory. */
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createTextStream } from '../../src/feed/decode.js';
import { createReader } from '../../src/feed/reader.js';
import { createEngine, type Engine } from '../../src/query/engine.js';
import { createIds } from '../../src/source/ids.js';

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests by npm run test:engines.`);
  return value;
};

/** Addresses of the nodes. */
export const nodes = (): readonly string[] => need('SGS_ENGINE_NODES').split(',');

/** Name that `sgs index` has given the feed. */
export const INDEX = 'sgs';

export interface Loaded {
  readonly engine: Engine;
  readonly ids: readonly string[];
}

/** The feed as the page would hold it. */
export async function loadInMemory(): Promise<Loaded> {
  const engine = createEngine();
  const ids: string[] = [];
  const withId = createIds((id) => engine.get(id));
  const text = createTextStream();
  const reader = createReader({
    today: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    onRecords: (records) => {
      for (const record of records) {
        const own = withId(record);
        engine.add(own);
        ids.push(own.id);
      }
    },
  });
  for await (const chunk of createReadStream(need('SGS_ENGINE_FEED')) as AsyncIterable<Uint8Array>) reader.push(text.push(chunk));
  reader.push(text.end());
  reader.end();
  return { engine, ids };
}

/** A figure for the run's log. */
export function note(figures: Readonly<Record<string, string | number>>): void {
  const file = process.env['SGS_ENGINE_FIGURES'];
  if (!file) return;
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as object : {};
  writeFileSync(file, JSON.stringify({ ...before, ...figures }));
}
