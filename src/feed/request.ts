/** Bytes over the network: the only place that knows ky. */
import ky, { HTTPError, TimeoutError } from 'ky';
import { FeedFailure, type Failure } from '../model/failure.js';
import type { SgsConfig } from '../model/config.js';

/** An answer whose body is still arriving. */
export interface Answer {
  readonly headers: Headers;
  /** The next bytes; `undefined` at the end. Fails with a FeedFailure. */
  read(): Promise<Uint8Array | undefined>;
  cancel(): void;
}

const MEGABYTE = 1_048_576;
const DEFAULTS = { timeout: 15, retry: 2, maxBytes: 256 * MEGABYTE };

/** The address without its query, for messages. */
const shown = (url: string): string => url.replace(/[?#].*$/, '');

const failed = (code: Failure['code'], url: string, detail: string, status?: number): FeedFailure =>
  new FeedFailure({ code, detail, url: shown(url), ...(status !== undefined && { status }) });

const asFailure = (error: unknown, url: string, seconds: number): FeedFailure => {
  if (error instanceof FeedFailure) return error;
  if (error instanceof HTTPError) {
    const { status } = error.response;
    return failed('http', url, `服务器返回状态码 ${status}。${status === 412 || status === 403 ? '可能被防火墙拦截。' : '请检查数据地址。'}`, status);
  }
  if (error instanceof TimeoutError) return failed('timeout', url, `${seconds} 秒内没有收到数据。`);
  return failed('network', url, '无法连接：网络不通、跨域未授权（CORS），或被安全策略（connect-src）禁止。');
};

/** Asks for a feed. Same-origin credentials, no headers of our own: firewalls mistake them for attacks. */
export const request = async (url: string, config: SgsConfig['request'] = {}, signal?: AbortSignal): Promise<Answer> => {
  const { timeout, retry, maxBytes } = { ...DEFAULTS, ...config };
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  const release = (): void => signal?.removeEventListener('abort', stop);
  let response: Response;
  try {
    response = await ky.get(url, {
      timeout: timeout * 1000,
      retry: { limit: retry, methods: ['get'], statusCodes: [408, 429, 500, 502, 503, 504], backoffLimit: 8000 },
      credentials: 'same-origin',
      signal: controller.signal,
    });
  } catch (error) {
    stop();
    release();
    throw asFailure(error, url, timeout);
  }
  const tooLarge = (): FeedFailure => failed('too-large', url, `数据超过 ${Math.round(maxBytes / MEGABYTE)} MB。可用配置项 request.maxBytes 调大。`);
  if (Number(response.headers.get('content-length')) > maxBytes) {
    stop();
    release();
    throw tooLarge();
  }
  const reader = response.body?.getReader();
  let received = 0;
  return {
    headers: response.headers,
    cancel: () => {
      stop();
      release();
    },
    read: async () => {
      // Silence, not slowness, is what ends a reading: each chunk gets its own span.
      let timer: ReturnType<typeof setTimeout> | undefined;
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(failed('timeout', url, `${timeout} 秒内没有收到数据。`)), timeout * 1000);
      });
      try {
        const { done, value } = await Promise.race([reader ? reader.read() : Promise.resolve({ done: true, value: undefined }), silence]);
        if (done || !value) {
          release();
          return undefined;
        }
        received += value.length;
        if (received > maxBytes) throw tooLarge();
        return value;
      } catch (error) {
        stop();
        release();
        if (error instanceof FeedFailure) throw error;
        throw received > 0 ? failed('truncated', url, '数据不完整：连接中途断开。') : asFailure(error, url, timeout);
      } finally {
        clearTimeout(timer);
      }
    },
  };
};
