/** Prints what an element shows: all rows of a list, or a record with a QR code of its address. */
import { qrCode } from '../../export/qr.js';
import type { Desk } from '../desk.js';
import { printAlone } from './alone.js';
import { wear } from './wear.js';

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
  const article = root.querySelector('article');
  const code = article && qr();
  wear(root);
  if (code) article.append(code);
  try {
    await printAlone(desk);
  } finally {
    code?.remove();
    desk.printing = undefined;
  }
}
