/**
 * What Chromium 69 to 115 lack at run time and lowering the syntax cannot give. Lit asks for `globalThis` when it is
 * loaded and ky needs the others, so this is the first import of the classic bundle. `scripts/size.mjs` looks that
 * nothing else in the bundle is newer than Chromium 69. What the host page already has stays as it is.
 */
if (!('globalThis' in self)) Object.defineProperty(self, 'globalThis', { value: self, writable: true, configurable: true });

function fill(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

/** What ky takes for `globalThis.Request`; declared by the build (vite.config.ts), which says why. */
declare let sgsRequest: unknown;

/** As much of a request as ky looks at; what is fetched is said in feed/request.ts. */
class PlainRequest {
  readonly headers: Headers;
  readonly method: string;
  readonly signal: AbortSignal | undefined;
  readonly body = null;

  constructor(readonly url: string, { headers, method = 'GET', signal }: RequestInit = {}) {
    this.headers = new Headers(headers);
    this.method = method;
    this.signal = signal ?? undefined;
  }

  clone(): this {
    return this;
  }
}

// MooTools before 1.5 calls a class of its own so.
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- the build puts it where ky says `globalThis.Request`
if (!('credentials' in Request.prototype)) sgsRequest = PlainRequest;

const aborted = (signal: AbortSignal): unknown => (signal.reason as unknown) ?? new DOMException('The request was aborted.', 'AbortError');

fill(Object, 'hasOwn', (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key));

fill(Object, 'fromEntries', (entries: Iterable<readonly [PropertyKey, unknown]>) => {
  const result: Record<PropertyKey, unknown> = {};
  for (const [key, value] of entries) result[key] = value;
  return result;
});

fill(Array.prototype, 'at', function (this: readonly unknown[], index: number) {
  return this[index < 0 ? this.length + index : index];
});

fill(AbortSignal, 'any', (signals: readonly AbortSignal[]) => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  for (const signal of signals) {
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  }
  return controller.signal;
});

fill(AbortSignal.prototype, 'throwIfAborted', function (this: AbortSignal) {
  if (this.aborted) throw aborted(this);
});

export {};
