/** Prints one element of a page, not the page around it. */
const MARK = 'data-sgs-print';

/** Opens the browser's dialogue; resolves when it has been closed. */
export async function printIsolated(element: Element): Promise<void> {
  const path: Element[] = [];
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof Element) path.push(node);
  }
  for (const each of path) each.setAttribute(MARK, '');
  // Without constructable sheets (Chromium 69 to 72) the whole page is printed, as it always was.
  const sheet = 'adoptedStyleSheets' in document ? new CSSStyleSheet() : undefined;
  if (sheet) {
    sheet.replaceSync(`@media print{[${MARK}]>:not([${MARK}]):not(head){display:none!important}}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  try {
    await new Promise((done) => {
      addEventListener('afterprint', done, { once: true });
      print();
    });
  } finally {
    if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    for (const each of path) each.removeAttribute(MARK);
  }
}
