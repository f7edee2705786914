// What the classic scripts take for `document`.

/**
 * An element of the page called `createElement` (`<img name="createElement">` in an article) takes the place of the method
 * (HTML, named access on the Document object), and no script can take it back. So the scripts ask an object with the
 * methods and properties of the prototypes, bound to the page's document. Nothing lowers its syntax: it stands outside of
 * the bundle.
 */
function safeDocument() {
  const real = self.document;
  if (!real) return undefined;
  const safe: object = Object.create(null) as object;
  /** A page may have set a word or a number of its own; an object in that place may be an element. */
  const said = (key: string, value: unknown): unknown => {
    const own = (real as unknown as Record<string, unknown>)[key];
    return typeof own === 'object' || typeof own === 'function' ? value : own;
  };
  const itself = (value: unknown): unknown => (value === safe ? real : value);
  for (let proto: object | null = Object.getPrototypeOf(real) as object; proto && proto !== Object.prototype; proto = Object.getPrototypeOf(proto) as object | null) {
    for (const key of Object.getOwnPropertyNames(proto)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(proto, key) as PropertyDescriptor & { value?: unknown };
      if (key in safe) continue;
      Object.defineProperty(safe, key, typeof value === 'function'
        ? { value: (...args: unknown[]): unknown => (value as (...all: unknown[]) => unknown).apply(real, args.map(itself)) }
        : { get: () => said(key, get ? get.call(real) as unknown : value), set: (next) => { if (set) set.call(real, next); } });
    }
  }
  return safe;
}

/** Its code, for the head of each script, which says `document` where it means this. */
export const SAFE_DOCUMENT = `var sgsDocument=(${safeDocument.toString()})();`;
