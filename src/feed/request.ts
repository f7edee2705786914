/** Bytes over the network: the only place that knows ky. */
import ky, { HTTPError, TimeoutError } from 'ky';
import { FeedFailure, type Failure } from '../model/failure.js';
import { yieldToEventLoop } from './yield-to-event-loop.js';
import type { HttpRequest } from './pages.js';
import { pauseAfter } from './pause.js';
import type { SgsConfig } from '../model/config.js';

const MEGABYTE = 1_048_576;
const DEFAULTS = { timeout: 15, retry: 2, maxBytes: 256 * MEGABYTE };

/** A server that says one of these may be well a moment later. */
const PASSING = [408, 429, 500, 502, 503, 504];

/** Milliseconds. Whoever wishes for a longer pause is not asked again: the reader sees the last good copy and 重试 instead of a promise. */
const LONGEST_PAUSE = 20_000;

/** Bytes that a server must send within the timeout to be heard: a byte a second is silence. */
const LEAST = 1024;

/** What a webmaster is told of an error; `detail` alone where it is no error of ours or of ky's. Less than nothing is received where the page's policy forbids it. */
const asFailure = (error: unknown, seconds: number, received: number): FeedFailure => {
  if (error instanceof FeedFailure) return error;
  const failed = (code: Failure['code'], detail: string, status?: number): FeedFailure => new FeedFailure({ code, detail, ...(status && { status }) });
  if (error instanceof HTTPError) {
    const { status } = error.response;
    return failed('http', `服务器返回状态码 ${status}：地址有误、服务器故障，或被防火墙拦截。`, status);
  }
  if (error instanceof TimeoutError) return failed('timeout', `${seconds} 秒内没有收到数据。`);
  if (received < 0) return failed('policy', '被网页的安全策略（connect-src）禁止。');
  return received ? failed('truncated', '数据不完整：连接中途断开。') : failed('network', '无法连接：网络不通，或跨域未授权（CORS）。');
};

/**
 * The bytes of a feed as they arrive. Same-origin credentials, no headers of our own: firewalls mistake them for attacks.
 * Fails with a FeedFailure; leaving the loop ends the request. It asks again by itself and not by ky's `retry`, which has
 * no chance in the pauses that a server wishes for.
 */
export async function* request({ url, ...asked }: HttpRequest, config: SgsConfig['request'], signal?: AbortSignal, onHeaders: (headers: Headers) => void = () => undefined): AsyncGenerator<Uint8Array> {
  const { timeout, retry, maxBytes } = { ...DEFAULTS, ...config };
  // Node has no page.
  const { window: page } = globalThis as { readonly window?: Window };
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  let received = 0;
  /** Only this event tells a policy from a broken line; asking again is no use. */
  const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'connect-src' || !url.startsWith(blockedURI)) return;
    received = -1;
    stop();
  };
  page?.addEventListener('securitypolicyviolation', onViolation);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    let response: Response | undefined;
    for (let attempt = 0; !response; attempt++) {
      try {
        response = await ky(url, { ...asked, timeout: timeout * 1000, retry: 0, credentials: 'same-origin', signal: controller.signal });
      } catch (error) {
        const answer = error instanceof HTTPError ? error.response : undefined;
        const wait = pauseAfter(attempt, answer?.headers);
        if (attempt >= retry || wait > LONGEST_PAUSE || controller.signal.aborted || error instanceof TimeoutError || (answer && !PASSING.includes(answer.status))) throw error;
        await new Promise((done) => {
          timer = setTimeout(done, wait);
          controller.signal.onabort = done;
        });
        clearTimeout(timer);
      }
    }
    onHeaders(response.headers);
    const reader = response.body?.getReader();
    const announced = Number(response.headers.get('content-length'));
    let silence: Promise<never> | undefined;
    let heard = 0;
    while (reader) {
      // Silence, not slowness, is what ends a reading: each so many bytes get their own span.
      if (!silence) {
        heard = received + LEAST;
        silence = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new FeedFailure({ code: 'timeout', detail: `${timeout} 秒内没有收到数据。` })), timeout * 1000); });
      }
      const { value } = await Promise.race([reader.read(), silence]);
      if (!value) return;
      received += value.length;
      // Whoever works on the bytes has all the time.
      if (received >= heard) {
        clearTimeout(timer);
        silence = undefined;
      }
      if (Math.max(received, announced) > maxBytes) throw new FeedFailure({ code: 'too-large', detail: `数据超过 ${Math.round(maxBytes / MEGABYTE)} MB。见配置项 request.maxBytes。` });
      yield value;
    }
  } catch (error) {
    // The event comes after the error.
    await yieldToEventLoop();
    throw asFailure(error, timeout, received);
  } finally {
    clearTimeout(timer);
    page?.removeEventListener('securitypolicyviolation', onViolation);
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
