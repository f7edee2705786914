/**
 * What Chromium 69 to 99 lacks and lowering the syntax cannot give: functions that Lit, ky and this code call at run time.
 * It must be evaluated before them, so it is the first import of the classic bundle. Whatever the browser or the host
 * page already has stays as it is; what is added is not enumerable, for the `for…in` loops of old host scripts.
 */

function add(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

// Chromium 71
add(self, 'globalThis', self);
add(self, 'queueMicrotask', (task: () => void) => {
  Promise.resolve()
    .then(task)
    .catch((error: unknown) => {
      // Out of the promise chain, so that the page's `error` event sees it, as with the real one.
      setTimeout(() => {
        throw error;
      });
    });
});

// Chromium 93
add(Object, 'hasOwn', (owner: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, key));

// Chromium 73
add(Object, 'fromEntries', (entries: Iterable<readonly [PropertyKey, unknown]>) => {
  const result: Record<PropertyKey, unknown> = {};
  for (const [key, value] of entries) result[key] = value;
  return result;
});

// Chromium 92
function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}
add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);

// Chromium 69; absent in some derivatives that announce it
function flatten(items: readonly unknown[], depth: number, into: unknown[]): unknown[] {
  for (const item of items) {
    if (Array.isArray(item) && depth >= 1) flatten(item, depth - 1, into);
    else into.push(item);
  }
  return into;
}
add(Array.prototype, 'flat', function (this: unknown[], depth = 1) {
  return flatten(this, depth, []);
});
add(Array.prototype, 'flatMap', function (this: unknown[], map: (item: unknown, index: number, all: unknown[]) => unknown, self?: unknown) {
  return flatten(this.map(map, self), 1, []);
});

// Chromium 85
add(String.prototype, 'replaceAll', function (this: string, pattern: string | RegExp, replacement: string) {
  if (typeof pattern === 'string') {
    // Through a regular expression, so that `$&` in the replacement and a replacing function work as in the real one.
    return this.replace(new RegExp(pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g'), replacement);
  }
  if (!pattern.flags.includes('g')) throw new TypeError('replaceAll must be called with a global RegExp');
  return this.replace(pattern, replacement);
});

// Chromium 76
add(Promise, 'allSettled', (promises: Iterable<unknown>) =>
  Promise.all(
    Array.from(promises, (promise) =>
      Promise.resolve(promise).then(
        (value) => ({ status: 'fulfilled', value }),
        (reason: unknown) => ({ status: 'rejected', reason }),
      ),
    ),
  ),
);

// Chromium 100; the reason itself came with 98
add(AbortSignal.prototype, 'throwIfAborted', function (this: AbortSignal) {
  if (this.aborted) throw (this.reason as Error | undefined) ?? new DOMException('The operation was aborted.', 'AbortError');
});

export {};
