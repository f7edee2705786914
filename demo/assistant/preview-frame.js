// Runs in the preview's frame, before the widget: answers the one address that the widget reads with the text that the
// assistant has sent, so that the widget reads it its own way, and loads nothing else. The frame has no origin and no
// storage; the page's policy, which it inherits, lets it connect to nobody. It is put into the page as it stands, so its
// syntax is that of the oldest browser.
(() => {
  const ADDRESS = 'https://preview.invalid/sgs.json';
  let text = '';
  self.fetch = (input) => (String(input) === ADDRESS
    ? Promise.resolve(new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } }))
    : Promise.reject(new TypeError('Nothing else is read in a preview.')));

  // The parts of the widget stand in this page already; it asks for them by script tags.
  const append = document.head.append;
  document.head.append = (...nodes) => {
    const [node] = nodes;
    if (!(node instanceof HTMLScriptElement)) return append.apply(document.head, nodes);
    Promise.resolve().then(() => { if (node.onload) node.onload(new Event('load')); });
  };

  let element;
  self.addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const { tag, attributes, config, document: content } = data;
    const read = content !== undefined && content !== text;
    if (content !== undefined) text = content;
    const fresh = !element || element.localName !== tag;
    if (fresh) {
      if (element) element.remove();
      element = document.createElement(tag);
    }
    for (const name of element.getAttributeNames()) if (!(name in attributes)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    const key = JSON.stringify(config);
    if (element.sgsConfig !== key) {
      element.sgsConfig = key;
      if (config) element.config = config;
      else if (!fresh) element.config = undefined;
    }
    if (fresh) document.querySelector('main').append(element);
    else if (read) element.refresh();
  });

  const tell = (message) => parent.postMessage(message, '*');
  new ResizeObserver(() => tell({ height: document.documentElement.offsetHeight })).observe(document.documentElement);
  document.addEventListener('sgs-load', ({ detail }) => tell({ total: detail.total }));
  document.addEventListener('DOMContentLoaded', () => tell({ ready: true }));
})();
