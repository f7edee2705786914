/** A feed's address → clean records while it arrives. Failures are values: nothing is thrown to whoever asks. */
import { withoutQuery } from '../model/web-address.js';
import { FeedFailure, type Failure } from '../model/failure.js';
import { todayInChina } from '../rules/gate.js';
import type { DecodeOptions, FeedReport, FeedRequest, FeedResult, RemoteReader } from './feed.js';
import { createFeedPipeline, type FeedPipeline } from './pipeline.js';
import type { ReadPage } from './pages.js';
import { request } from './request.js';
import type { RecordRules } from './record-rules.js';
import { createRecordReader } from './record-reader.js';
import { STRICT_RULES } from './strict-rules.js';
import { importOptional } from '../model/import-optional.js';
import { yieldToEventLoop } from './yield-to-event-loop.js';

/** Bytes, as sent, from which on a body is read elsewhere: a thousand records are less. */
const BIG = 1e6;

/** Reads a feed: bytes → text → entries → clean records, one way, chunk by chunk. */
export const loadFeed = async (asked: FeedRequest): Promise<FeedResult> => {
  try {
    return { ok: true, report: await readAll(asked) };
  } catch (error) {
    // A defect of ours must not break the host page either.
    const failure: Failure = error instanceof FeedFailure ? error.failure : { code: 'shape', detail: `内部错误：${String(error)}` };
    // A query may hold a password.
    return { ok: false, failure: { ...failure, url: withoutQuery(asked.url) } };
  }
};

/** All pages of a feed, or the one document it is. */
const readAll = async (asked: FeedRequest): Promise<FeedReport> => {
  const settings = asked.config?.request ?? {};
  if (!settings.page && !settings.query && settings.method !== 'POST') return read(asked, { url: asked.url });
  /* c8 ignore next 3 -- Node always has it; test/embed/parts.test.ts takes it from the classic script */
  const { readPages } = await import('./pages.js').catch((cause: unknown) => {
    throw new FeedFailure({ code: 'config', detail: '缺少文件 sgs.setup.js。' }, { cause });
  });
  return readPages(asked, settings, read);
};

/** Milliseconds since 1970: servers without a date of a file say an earlier one. */
const SOME_DAY = 1e11;

const nothing = (): void => undefined;

/** A browser prepares code when it first runs: better while the network is waited for than when the first rows are. */
let prepare = (rules: RecordRules): void => {
  prepare = nothing;
  createRecordReader({ rules, today: '', onRecords: nothing }).push('[{"subjectName":"公司","decidedOn":"2020"}');
};

/** What can be judged without all the rules is shown where they are missing, and nothing else. */
const importRules = async (): Promise<RecordRules> => {
  /* c8 ignore next -- Node always has them; test/embed/parts.test.ts looks what the classic script does without */
  const rules = (await importOptional(() => import('./full-rules.js')))?.FULL_RULES ?? STRICT_RULES;
  // Their evaluation was a task of its own.
  await yieldToEventLoop();
  return rules;
};

/** Reads one answer. Fails with a FeedFailure. */
export const read: ReadPage = async ({ config = {}, signal, kinds, today, onBig, size = { bytes: 0 }, ...asked }, page) => {
  let here: FeedPipeline | undefined;
  let decodeOptions!: DecodeOptions;
  let modified: string | undefined;
  let showFirst = nothing;
  /** The first rows are on the screen, or the first bytes hold none. */
  const shown = new Promise<void>((resolve) => { showFirst = resolve; });
  /** What whoever reads elsewhere has not got yet: all bytes until it is there. */
  const kept: Uint8Array[] = [];
  let starting: unknown;
  let remote: RemoteReader | undefined;
  // Comes before the first byte.
  const onHeaders = (headers: Headers): void => {
    const said = (name: string): string => headers.get(name) || '';
    // Of two clocks the later: a reader's that has stopped must not bring back what has expired, nor hold back what is out.
    const now = Math.max(Date.now(), Date.parse(said('date')) || 0);
    const charset = /charset=["']?([\w-]+)/i.exec(said('content-type'))?.[1];
    decodeOptions = { url: page.url, config, kinds, today: today || todayInChina(now), charset };
    const saved = Math.min(Date.parse(said('last-modified')), now);
    if (saved > SOME_DAY) modified = todayInChina(saved);
  };
  const loading = importRules();
  const onRecords: FeedRequest['onRecords'] = (records) => {
    asked.onRecords(records);
    // Whoever shows them waits for its turn; then the browser paints.
    setTimeout(() => setTimeout(showFirst));
  };
  const pipeline = async (): Promise<FeedPipeline> =>
    (here ??= createFeedPipeline({ ...asked, ...decodeOptions, onRecords, rules: await loading, isCancelled: () => remote }));
  // So many milliseconds the rules go ahead, if they are not there sooner: of a slow line the feed would take half, and no row
  // is shown before they are whole. On 10 Mbit/s they take as long.
  await Promise.race([loading, yieldToEventLoop(60)]);
  // As soon as the feed has been asked for.
  setTimeout(() => void loading.then(prepare));
  for await (const bytes of request(page, config.request, signal, onHeaders)) {
    size.bytes += bytes.length;
    if (onBig) {
      kept.push(bytes);
      // A worker that starts takes the processor from the first rows.
      if (size.bytes > BIG) starting ||= shown.then(() => (onBig as NonNullable<typeof onBig>)(decodeOptions)).then((other) => {
        remote = other;
        // A network that pauses must not keep it waiting. Nobody: what has been read need not be kept.
        if (other) void other.push(kept.splice(0));
        else onBig = undefined;
      });
    }
    await (remote ? remote.push(kept.splice(0)) : (await pipeline()).push(bytes));
    showFirst();
  }
  const report = (!remote && await (await pipeline()).end()) || await (remote as unknown as RemoteReader).end(kept);
  return modified && !report.meta.updated ? { ...report, meta: { ...report.meta, updated: modified } } : report;
};
