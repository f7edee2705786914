/** Prints what an element shows: all rows of a list, or a record with a QR code of its address. */
import { qrCode } from '../../../export/qr.js';
import { announce } from '../../announcer.js';
import { pageAddress } from '../../page-address.js';
import { adoptStyles } from '../adopt-styles.js';
import type { ToolHost } from '../tool.js';
import { toolWords } from '../tool-words.js';
import { printIsolated } from './print-isolated.js';
import { printWords } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';

/** The code, where the address can be one. */
function qr(): Element | undefined {
  const code = qrCode(pageAddress());
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
async function renderAllRows(host: ToolHost): Promise<void> {
  const { store, snapshot } = host.state;
  if (!('printing' in host) || snapshot?.opened) return;
  host.printing = await store?.all();
  await host.updateComplete;
}

/** Opens the browser's dialogue; resolves when it has been closed. */
export async function printElement(host: ToolHost): Promise<void> {
  const { words } = host.context;
  announce(toolWords(words, 'print', printWords).printing, words.tag, 0);
  try {
    await renderAllRows(host);
  } catch (error) {
    console.warn('sgs:', error);
  }
  const root = host.renderRoot as ShadowRoot;
  const article = root.querySelector('article');
  const code = article && qr();
  adoptStyles(root);
  if (code) article.append(code);
  try {
    await printIsolated(host);
  } finally {
    code?.remove();
    host.printing = undefined;
  }
}
