/** Bytes over the network: the only place that knows ky. */
import ky, { HTTPError, TimeoutError, type RetryOptions } from 'ky';
import { FeedFailure, type Failure } from '../model/failure.js';
import { webAddress } from '../model/web-address.js';
import type { HttpRequest } from './pages.js';
import { yieldToEventLoop } from './yield-to-event-loop.js';
import type { SgsConfig } from '../model/config.js';

const MEGABYTE = 1_048_576;
const DEFAULTS = { timeout: 15, retry: 2, maxBytes: 256 * MEGABYTE };

/** A server that says one of these may be well a moment later. */
const PASSING = [408, 429, 500, 502, 503, 504];

/** Milliseconds. A server that wishes for a longer pause is not asked again: the last good copy and 重试 serve the reader better. */
const LONGEST_PAUSE = 20_000;

/** Milliseconds until the time that `Retry-After` names, in seconds or as a date. */
const wishedPause = ({ headers }: Response): number => {
  const wish = headers.get('retry-after') ?? '';
  return Number(wish) * 1000 || Date.parse(wish) - Date.now() || 0;
};

/** When ky asks again: twice as long a pause each time, half of it chance, so that not all pages of an outage return at once. */
const retryOptions = (limit: number): RetryOptions => ({
  limit,
  methods: ['get', 'post'],
  statusCodes: PASSING,
  afterStatusCodes: PASSING,
  delay: (attempt) => 1000 * 2 ** (attempt - 1),
  backoffLimit: 8000,
  jitter: (delay) => delay * (0.5 + Math.random() / 2),
  shouldRetry: ({ error }) => (error instanceof HTTPError && wishedPause(error.response) > LONGEST_PAUSE ? false : undefined),
});

/** Milliseconds; a browser takes a longer time for none at all. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** Bytes that a server must send within the timeout to be heard: a byte a second is silence. */
const LEAST = 1024;

const failed = (code: Failure['code'], detail: string, status?: number): FeedFailure =>
  new FeedFailure({ code, detail, ...(status && { status }) });

/** Whether an address may be asked for. A browser would write a line for each other in the console, and some would run it. */
const isWeb = (url: string, isInPage: boolean): boolean =>
  // A page resolves what has no scheme by its own base, which is one of the web (or of a page without an address: a preview's).
  (isInPage && !/^[a-z][a-z\d+.-]*:/i.test(url.replace(/[\0-\x20]/g, ''))) || webAddress(url) !== undefined;

/** How far a request had come when it failed. */
interface Progress {
  /** Of silence that were allowed. */
  readonly seconds: number;
  /** Bytes. */
  readonly received: number;
  /** By the policy of the page. */
  readonly forbidden: boolean;
}

const silent = (seconds: number): FeedFailure => failed('timeout', `${seconds} 秒内没有收到数据。`);

/** What a webmaster is told of an error. */
const asFailure = (error: unknown, { seconds, received, forbidden }: Progress): FeedFailure => {
  if (error instanceof FeedFailure) return error;
  if (error instanceof HTTPError) {
    const { status } = error.response;
    return failed('http', `服务器返回状态码 ${status}：地址有误、服务器故障，或被防火墙拦截。`, status);
  }
  if (error instanceof TimeoutError) return silent(seconds);
  if (forbidden) return failed('policy', '被网页的安全策略（connect-src）禁止。');
  return received ? failed('truncated', '数据不完整：连接中途断开。') : failed('network', '无法连接：网络不通，或跨域未授权（CORS）。');
};

/**
 * The bytes of a feed as they arrive. Same-origin credentials, no headers of our own: firewalls mistake them for attacks.
 * Fails with a FeedFailure; leaving the loop ends the request.
 */
export async function* request(
  { url, ...asked }: HttpRequest,
  config: SgsConfig['request'],
  signal?: AbortSignal,
  onHeaders: (headers: Headers) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const { timeout, retry, maxBytes } = { ...DEFAULTS, ...config };
  // Node has no page.
  const { window: page } = globalThis as { readonly window?: Window };
  if (!isWeb(url, page !== undefined)) throw failed('address', '只能读取 http、https 地址或相对地址，地址中不能有用户名和密码。');
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  let received = 0;
  let forbidden = false;
  /** Only this event tells a policy from a broken line; asking again is no use. */
  const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'connect-src' || !url.startsWith(blockedURI)) return;
    forbidden = true;
    stop();
  };
  page?.addEventListener('securitypolicyviolation', onViolation);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const response = await ky(url, {
      ...asked,
      timeout: Math.min(timeout * 1000, LONGEST_TIMEOUT),
      retry: retryOptions(retry),
      signal: controller.signal,
      // Not ky's own request: MooTools puts a class of its own into its place, and a page in a frame may stand in for `fetch`.
      fetch: (input) => fetch(url, { ...asked, credentials: 'same-origin', signal: (input as Request).signal }),
    });
    onHeaders(response.headers);
    const reader = response.body?.getReader();
    const announced = Number(response.headers.get('content-length'));
    let silence: Promise<never> | undefined;
    let heard = 0;
    while (reader) {
      // Silence, not slowness, is what ends a reading: each so many bytes get their own span.
      if (!silence) {
        heard = received + LEAST;
        silence = new Promise<never>((_, reject) => {
          timer = setTimeout(() => reject(silent(timeout)), timeout * 1000);
        });
      }
      const { value } = await Promise.race([reader.read(), silence]);
      if (!value) return;
      received += value.length;
      // Whoever works on the bytes has all the time.
      if (received >= heard) {
        clearTimeout(timer);
        silence = undefined;
      }
      if (Math.max(received, announced) > maxBytes) {
        throw failed('too-large', `数据超过 ${Math.round(maxBytes / MEGABYTE)} MB。见配置项 request.maxBytes。`);
      }
      yield value;
    }
  } catch (error) {
    // The event comes after the error.
    await yieldToEventLoop();
    throw asFailure(error, { seconds: timeout, received, forbidden });
  } finally {
    clearTimeout(timer);
    page?.removeEventListener('securitypolicyviolation', onViolation);
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
