/** An address as a QR code, to be drawn by one SVG path. */
import { webAddress } from '../model/web-address.js';
import { encode } from 'uqr';

export interface QrCode {
  /** Data of a path: the dark modules, one unit each. */
  readonly d: string;
  /** Width and height with the margin: `viewBox="0 0 size size"`. */
  readonly size: number;
}

export type QrOutcome =
  | { readonly ok: true; readonly value: QrCode }
  /** `address`: it is no http or https address. `too-long`: no QR code holds it. */
  | { readonly ok: false; readonly reason: 'address' | 'too-long' };

/** Light modules around the code (ISO/IEC 18004 asks for four). */
const MARGIN = 4;

/** M survives a fold in the paper, a long address has to do with less: what the largest code holds (ISO/IEC 18004, table 7). */
const LEVELS = [{ ecc: 'M', bytes: 2331 }, { ecc: 'L', bytes: 2953 }] as const;

/** Rows of dark and light as a path: each run of dark modules is a rectangle. */
const path = (rows: readonly (readonly boolean[])[]): string =>
  rows.map((row, y) => {
    let d = '';
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) d += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
    return d;
  }).join('');

/** @param address absolute; what is not ASCII in it is written in the way that addresses write it */
export function qrCode(address: string): QrOutcome {
  const href = webAddress(address)?.href;
  if (href === undefined) return { ok: false, reason: 'address' };
  const level = LEVELS.find(({ bytes }) => href.length <= bytes);
  if (!level) return { ok: false, reason: 'too-long' };
  const { data, size } = encode(href, { ecc: level.ecc, border: MARGIN });
  return { ok: true, value: { d: path(data), size } };
}
