/** Prints one element of a page, not the page around it; a record with a QR code of its address. */
import { qrCode } from '../../export/qr.js';
import type { Desk } from '../desk.js';
import { wear } from './wear.js';

const MARK = 'data-sgs-print';
const SVG = 'http://www.w3.org/2000/svg';

/** The code, where the address can be one. */
function qr(): Element | undefined {
  const code = qrCode(location.href);
  if (!code.ok) return undefined;
  const { d, size } = code.value;
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'paper qr');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

/** Puts all rows of a list on the page. */
async function unroll(desk: Desk): Promise<void> {
  const { store, snapshot } = desk.state;
  if (!('printing' in desk) || snapshot?.opened) return;
  desk.printing = await store?.all();
  await desk.updateComplete;
}

/** Opens the browser's dialogue; resolves when it has been closed. */
export async function printElement(desk: Desk): Promise<void> {
  try {
    await unroll(desk);
  } catch (error) {
    console.warn('sgs:', error);
  }
  const root = desk.renderRoot as ShadowRoot;
  const path: Element[] = [];
  for (let node: Node | null = desk; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof Element) path.push(node);
  }
  for (const each of path) each.setAttribute(MARK, '');
  // Without constructable sheets (Chromium 69 to 72) the whole page is printed, as it always was.
  const sheet = 'adoptedStyleSheets' in document ? new CSSStyleSheet() : undefined;
  if (sheet) {
    sheet.replaceSync(`@media print{[${MARK}]>:not([${MARK}]):not(head){display:none!important}}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const article = root.querySelector('article');
  const code = article && qr();
  wear(root);
  if (code) article.append(code);
  try {
    await new Promise((done) => {
      addEventListener('afterprint', done, { once: true });
      print();
    });
  } finally {
    code?.remove();
    desk.printing = undefined;
    if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    for (const each of path) each.removeAttribute(MARK);
  }
}
