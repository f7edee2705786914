/**
 * What Chromium 69 lacks and lowering the syntax cannot give. Lit asks for `globalThis` when it is loaded, so this is the
 * first import of the classic bundle. It is all: nothing else in the bundle is newer than Chromium 69, and
 * `scripts/size.mjs` looks that it stays so. What the host page already has stays as it is.
 */
if (!('globalThis' in self)) Object.defineProperty(self, 'globalThis', { value: self, writable: true, configurable: true });

export {};
