/**
 * What `feed/request.ts` uses of ky, and no more. The classic bundle is built with this file in ky's place: ky is
 * 5 kB of the 40 that one script tag may weigh, and we need a timeout and errors with a status.
 * The module build and everything in Node use ky itself; `test/embed/ky.test.ts` holds both against the same server.
 */
export interface KyOptions extends Pick<RequestInit, 'method' | 'body' | 'headers'> {
  readonly timeout: number;
  /** `feed/request.ts` asks again by itself. */
  readonly retry: 0;
  readonly credentials: RequestCredentials;
  readonly signal: AbortSignal;
}

export class HTTPError extends Error {
  constructor(readonly response: Response) {
    super(String(response.status));
  }
}

export class TimeoutError extends Error {}

const ky = async (url: string, { timeout, retry: _, ...init }: KyOptions): Promise<Response> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError()), timeout);
  });
  try {
    const response = await Promise.race([fetch(url, init), late]);
    if (!response.ok) throw new HTTPError(response);
    return response;
  } finally {
    clearTimeout(timer);
  }
};

export { ky as default };
