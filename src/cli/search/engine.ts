/** OpenSearch and Elasticsearch from outside: a new index beside the old one, filled in bulk, then one switch. */
import { withoutQuery } from '../../model/web-address.js';
import { CliError } from '../command.js';
import { indexTemplate } from './template.js';

export interface EngineOptions {
  /** `http://host:9200/name`: the name that the page asks for. */
  readonly to: string;
  /** `name:password`. */
  readonly user?: string | undefined;
}

/** Characters of one bulk request: well below the 100 MB that a server takes, and enough to keep it busy. */
const MOST_IN_BULK = 4_000_000;
/** Requests under way at once. */
const MOST_CONCURRENT = 2;
const MOST_ATTEMPTS = 8;
/** While a server says that it is busy: some four minutes. One that merges, or clears its memory, takes its time, and a load its hour. */
const MOST_BUSY_ATTEMPTS = 14;
/** Milliseconds before the first repetition; each is twice as long, up to the longest. */
const BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
const TIMEOUT_MS = 120_000;
const DAY_MS = 86_400_000;

const waitAfter = (attempt: number): Promise<void> =>
  new Promise((resolve) => { setTimeout(resolve, Math.min(LONGEST_BACKOFF_MS, BACKOFF_MS * 2 ** (attempt - 1))); });

/** Status codes of a server that is busy, or restarts. */
const TRANSIENT = [429, 502, 503, 504];

interface Answer { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

interface BulkItem {
  readonly create: { readonly status: number; readonly error?: { readonly reason?: string } };
}

/** What a person can do about an answer. */
const REASONS: Readonly<Record<number, string>> = {
  401: '用户名或密码不对（--user）',
  403: '此用户没有权限',
  413: '服务器拒绝了过大的请求',
};

const stamp = (now: Date): string => now.toISOString().replace(/\D/g, '').slice(0, 14);
const stampOf = (index: string): number => Date.parse(index.slice(-14).replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z'));

export function createEngineClient({ to, user }: EngineOptions) {
  const address = new URL(to);
  const name = decodeURIComponent(address.pathname.replace(/\/{1,9}$/, '').split('/').pop() ?? '');
  // The engine's own rules for names, and nothing that its patterns could mean.
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name)) throw new CliError('--to 应为“http://主机:9200/索引名”，索引名用小写字母、数字和 - _ .');
  const root = new URL('.', withoutQuery(address.href.replace(/\/{1,9}$/, '')));
  const pass = user ?? (address.username ? `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}` : '');
  root.username = root.password = '';
  const headers: Readonly<Record<string, string>> = pass ? { authorization: `Basic ${Buffer.from(pass).toString('base64')}` } : {};
  const own = (index: string): boolean => index.startsWith(`${name}-`) && /^\d{14}$/.test(index.slice(name.length + 1));

  /** Asks again while the server is busy. */
  const send = async (method: string, path: string, body?: unknown, accept: readonly number[] = []): Promise<Answer> => {
    const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    const type = typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
    for (let attempt = 1; ; attempt++) {
      let problem: string;
      let most = MOST_ATTEMPTS;
      try {
        const response = await fetch(new URL(path, root), {
          method,
          ...(text !== undefined && { body: text }),
          headers: { ...headers, 'content-type': type },
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const answer = await response.text();
        if (response.ok || accept.includes(response.status)) {
          return { status: response.status, body: answer ? JSON.parse(answer) as Answer['body'] : {} };
        }
        problem = REASONS[response.status] ?? `状态码 ${response.status}，${answer.slice(0, 300)}`;
        if (!TRANSIENT.includes(response.status)) throw new CliError(`${root.host}：${problem}。`);
        most = MOST_BUSY_ATTEMPTS;
      } catch (error) {
        if (error instanceof CliError) throw error;
        problem = `无法连接（${(error as { readonly cause?: { readonly code?: string } }).cause?.code ?? (error as Error).message}）`;
      }
      if (attempt >= most) throw new CliError(`${root.host}：${problem}。`);
      await waitAfter(attempt);
    }
  };

  /** Indexes behind the name. */
  const current = async (): Promise<readonly string[]> => {
    const { status, body } = await send('GET', `_alias/${name}`, undefined, [404]);
    return status === 404 ? [] : Object.keys(body);
  };

  return {
    name,

    async putTemplate(shards: number): Promise<void> {
      await send('PUT', `_index_template/${name}`, indexTemplate({ name, shards }));
    },

    /** A new index that nobody asks yet. */
    async create(now = new Date()) {
      if ((await send('HEAD', name, undefined, [404])).status !== 404 && !(await current()).length) {
        throw new CliError(`已有名为 ${name} 的索引，不是别名。请换一个名称，或者先删除它。`);
      }
      const index = `${name}-${stamp(now)}`;
      // Nobody reads it while it grows.
      await send('PUT', index, { settings: { refresh_interval: -1, auto_expand_replicas: false, number_of_replicas: 0 } });
      let lines: string[] = [];
      let length = 0;
      const inFlight = new Set<Promise<void>>();
      let broken: { readonly error: unknown } | undefined;

      /** One bulk request; what the engine had no room for is sent again. */
      const bulk = async (documents: readonly string[]): Promise<void> => {
        let remaining = documents;
        for (let attempt = 1; remaining.length; attempt++) {
          const { body } = await send('POST', `${index}/_bulk`, remaining.map((line) => `{"create":{}}\n${line}\n`).join(''));
          if (!body['errors']) return;
          const items = body['items'] as readonly BulkItem[];
          const refused = items.find(({ create: { status } }) => status >= 400 && !TRANSIENT.includes(status));
          if (refused) throw new CliError(`${root.host}：一条记录未能写入（${refused.create.error?.reason ?? refused.create.status}）。`);
          remaining = remaining.filter((_, n) => TRANSIENT.includes((items[n] as BulkItem).create.status));
          if (attempt >= MOST_BUSY_ATTEMPTS) throw new CliError(`${root.host}：服务器一直繁忙。`);
          await waitAfter(attempt);
        }
      };

      const flush = (): void => {
        if (!lines.length) return;
        const request = bulk(lines).catch((error: unknown) => { broken ??= { error }; });
        lines = [];
        length = 0;
        inFlight.add(request);
        void request.then(() => inFlight.delete(request));
      };

      const assertSound = (): void => {
        if (broken) throw broken.error;
      };

      return {
        index,

        add(document: unknown): void {
          const line = JSON.stringify(document);
          lines.push(line);
          length += line.length;
          if (length >= MOST_IN_BULK) flush();
        },

        /** Waits while the engine has more than enough to do. */
        async ready(): Promise<void> {
          while (inFlight.size >= MOST_CONCURRENT) await Promise.race(inFlight);
          assertSound();
        },

        /** Puts it in the old one's place, in one step; the old one goes afterwards. */
        async publish(): Promise<void> {
          flush();
          await Promise.all(inFlight);
          assertSound();
          // First to the disk: a copy is then made of files, and not by indexing everything again.
          await send('POST', `${index}/_flush`);
          await send('PUT', `${index}/_settings`, { refresh_interval: null, auto_expand_replicas: '0-1' });
          await send('POST', `${index}/_refresh`);
          await send('GET', `_cluster/health/${index}?wait_for_status=yellow&timeout=60s`);
          const old = await current();
          const removals = old.map((each) => ({ remove: { index: each, alias: name } }));
          await send('POST', '_aliases', { actions: [...removals, { add: { index, alias: name } }] });
          // What loads that broke off have left behind, too; one of today may still be under way.
          const all = Object.keys((await send('GET', `${name}-*/_alias`, undefined, [404])).body);
          const isOutdated = (each: string): boolean => old.includes(each) || stampOf(each) < now.getTime() - DAY_MS;
          const outdated = all.filter((each) => own(each) && each !== index && isOutdated(each));
          for (const each of outdated) await send('DELETE', each, undefined, [404]);
        },

        /** Nothing has changed for anybody. */
        async discard(): Promise<void> {
          await Promise.all(inFlight);
          await send('DELETE', index, undefined, [404]);
        },
      };
    },
  };
}
