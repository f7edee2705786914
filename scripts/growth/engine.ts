/** Millions of records in a search engine of two nodes: loaded by `sgs index`, asked by the same tag. */
import { request as ask } from 'node:http';
import { fetchOpenSearch, startCluster } from '../search-engines/opensearch.mjs';
import { sgs, type Ran } from './feed.js';
import { visit, type Answer, type Visited } from './visit.js';

/** Ten million take an hour on two quiet processors. */
const MINUTES = 240;
const SHARDS = 2;

export interface EngineFigures extends Visited {
  readonly ran: Ran;
  /** Of the index, without copies. */
  readonly megabytes: number;
  readonly nodes: number;
}

/** As the guide's nginx does it: a search, and nothing else. */
const proxyTo = (search: string): Answer => (request, response, path, sent) => {
  if (path === '/config.json') return response.writeHead(200, { 'content-type': 'application/json' }).end('{"request":{"preset":"opensearch"}}') && true;
  if (path !== '/search/_search') return false;
  const { search: query } = new URL(request.url ?? '', 'http://site');
  const passed = ask(`${search}${query}`, { method: 'POST', headers: { 'content-type': 'application/json' } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
    answer.on('data', (bytes: Buffer) => sent(bytes.length));
    answer.pipe(response);
  });
  passed.on('error', () => { response.writeHead(502).end(); });
  request.pipe(passed);
  return true;
};

/** @param feed the feed's file @param name a company in it */
export async function inEngine(feed: string, name: string): Promise<EngineFigures> {
  fetchOpenSearch();
  const cluster = await startCluster({ heap: '1536m' });
  try {
    const url = String(cluster.nodes[0]?.url);
    const get = async (path: string): Promise<unknown> => (await fetch(`${url}/${path}`)).json();
    const ran = await sgs(['index', feed, '--to', `${url}/sgs`, '--shards', String(SHARDS)], MINUTES);
    console.log('indexed', ran);
    console.log(await get('_cluster/health/sgs'));
    const [index] = await get('_cat/indices/sgs?format=json&bytes=mb') as [Readonly<Record<string, string>>];
    console.log(index);
    const visited = await visit('<sgs-column feed="/search" config="/config.json"></sgs-column>', proxyTo(`${url}/sgs/_search`), name);
    return { ran, megabytes: Number(index['pri.store.size']), nodes: cluster.nodes.length, ...visited };
  } finally {
    await cluster.stop();
  }
}
