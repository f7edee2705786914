/**
 * What `feed/request.ts` uses of ky, and no more. The classic bundle is built with this file in ky's place: ky is
 * 5 kB of the 40 that one script tag may weigh, and we need retries, a timeout and errors with a status.
 * The module build and everything in Node use ky itself; `test/embed/ky.test.ts` holds both against the same server.
 */
export interface KyOptions extends Pick<RequestInit, 'method' | 'body' | 'headers'> {
  readonly timeout: number;
  readonly retry: { readonly limit: number; readonly methods: readonly string[]; readonly statusCodes: readonly number[]; readonly backoffLimit: number };
  readonly credentials: RequestCredentials;
  readonly signal: AbortSignal;
}

export class HTTPError extends Error {
  constructor(readonly response: Response) {
    super(String(response.status));
  }
}

export class TimeoutError extends Error {}

const wait = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, ms);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    reject(new TypeError('aborted'));
  });
});

/** The server's own wish (seconds or a date), else ever longer pauses with some chance in them, so that many pages don't return at once. */
const pauseAfter = (attempt: number, most: number, wish: string | null | undefined): number => {
  if (wish) {
    const seconds = Number(wish);
    return Math.min(Number.isNaN(seconds) ? Math.max(0, Date.parse(wish) - Date.now()) || 0 : seconds * 1000, 60_000);
  }
  return Math.min(most, 1000 * 2 ** attempt) * (0.5 + Math.random() / 2);
};

const once = async (url: string, { timeout, retry: _, ...init }: KyOptions): Promise<Response> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError()), timeout);
  });
  try {
    return await Promise.race([fetch(url, init), late]);
  } finally {
    clearTimeout(timer);
  }
};

const ky = async (url: string, options: KyOptions): Promise<Response> => {
  const { limit, statusCodes, backoffLimit } = options.retry;
  for (let attempt = 0; ; attempt++) {
    let response: Response | undefined;
    try {
      response = await once(url, options);
      if (response.ok) return response;
      if (attempt >= limit || !statusCodes.includes(response.status)) throw new HTTPError(response);
    } catch (error) {
      if (attempt >= limit || options.signal.aborted || error instanceof HTTPError || error instanceof TimeoutError) throw error;
    }
    await wait(pauseAfter(attempt, backoffLimit, response?.headers.get('retry-after')), options.signal);
  }
};

export { ky as default };
