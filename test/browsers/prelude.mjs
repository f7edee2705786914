// @ts-check
// What mocha, chai, axe and our tests ask of an engine, and Chromium 69 to 97 lack. It is for tests alone, loaded first:
// that the widget itself asks for nothing of it, is what scripts/size.mjs and the walk through demo/hosts look after.
(() => {
  /** @param {object} holder @param {Record<string, (...args: any[]) => unknown>} methods */
  const lend = (holder, methods) => {
    for (const [name, value] of Object.entries(methods)) if (!(name in holder)) Object.defineProperty(holder, name, { value, writable: true, configurable: true });
  };
  if (!('globalThis' in self)) Object.defineProperty(self, 'globalThis', { value: self, writable: true, configurable: true });

  /** @this {ArrayLike<unknown>} @param {number} index */
  function at(index) {
    return this[index < 0 ? this.length + index : index];
  }
  /** @this {unknown[]} @returns {unknown[]} */
  function flat(depth = 1) {
    return this.reduce((/** @type {unknown[]} */ all, item) => all.concat(depth > 0 && Array.isArray(item) ? flat.call(item, depth - 1) : [item]), []);
  }
  lend(self, {
    queueMicrotask: (task) => void Promise.resolve().then(task),
    // The runner's own messages are JSON anyway.
    structuredClone: (value) => (value === undefined ? value : JSON.parse(JSON.stringify(value))),
  });
  lend(Object, {
    fromEntries: (entries) => [...entries].reduce((all, [key, value]) => Object.assign(all, { [key]: value }), {}),
    hasOwn: (value, key) => Object.prototype.hasOwnProperty.call(value, key),
  });
  lend(Array.prototype, {
    at,
    flat,
    /** @this {unknown[]} */
    flatMap(map) {
      return flat.call(this.map((item, index) => map(item, index, this)));
    },
    /** @this {unknown[]} */
    findLast(test) {
      return [...this].reverse().find(test);
    },
  });
  lend(String.prototype, {
    at,
    /** @this {string} */
    replaceAll(from, to) {
      return from instanceof RegExp ? this.replace(from, to) : this.split(from).join(to);
    },
    /** @this {string} */
    *matchAll(pattern) {
      const again = new RegExp(pattern.source, pattern.flags);
      for (let found = again.exec(this); found; found = again.exec(this)) {
        if (!found[0]) again.lastIndex++;
        yield found;
      }
    },
  });
  lend(Promise, {
    allSettled: (all) =>
      Promise.all([...all].map((one) => Promise.resolve(one).then((value) => ({ status: 'fulfilled', value }), (reason) => ({ status: 'rejected', reason })))),
  });
  /** @this {Element | Document | DocumentFragment} @param {(Node | string)[]} nodes */
  function replaceChildren(...nodes) {
    while (this.lastChild) this.lastChild.remove();
    this.append(...nodes);
  }
  for (const { prototype } of [Element, Document, DocumentFragment]) lend(prototype, { replaceChildren });
})();
