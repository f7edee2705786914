/**
 * What Chromium 69 to 115 lack at run time and lowering the syntax cannot give. Lit asks for `globalThis` when it is
 * loaded and ky needs the others, so this is the first import of the classic bundle. `scripts/size.mjs` looks that
 * nothing else in the bundle is newer than Chromium 69. What the host page already has stays as it is.
 */
if (!('globalThis' in self)) Object.defineProperty(self, 'globalThis', { value: self, writable: true, configurable: true });

function fill(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

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
