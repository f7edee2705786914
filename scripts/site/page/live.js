// The live column in a page that was opened from a folder (file:): a browser lets no script read a file there. So the
// column is given an address that no host has, and that address alone is answered with the records of example.js; the
// parts of the script are loaded without the check that needs a server. On a server nothing of this happens: the column
// reads example.json. A site of yours needs no such file.
(function () {
  if (location.protocol !== 'file:') return;
  const ADDRESS = 'https://sgs.invalid/example.json';
  const base = document.currentScript.src.replace(/[^/]*$/, '');

  const example = new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = `${base}example.js`;
    script.onload = () => resolve(self.sgsExample);
    document.head.append(script);
  });
  const fetchAnything = self.fetch;
  self.fetch = (input, options) => (String(input) === ADDRESS
    ? example.then((text) => new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } }))
    : fetchAnything(input, options));

  const append = document.head.append;
  document.head.append = function (...nodes) {
    for (const node of nodes) {
      if (node instanceof HTMLScriptElement && node.src.startsWith(base)) {
        node.removeAttribute('crossorigin');
        node.removeAttribute('integrity');
      }
    }
    append.apply(document.head, nodes);
  };

  // Scripts with `defer` run when the page has been parsed, this one before sgs.js makes the elements.
  for (const element of document.querySelectorAll('[feed]')) element.setAttribute('feed', ADDRESS);
})();
