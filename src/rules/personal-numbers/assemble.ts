/** A text put together again without what is personal in it. */
import { REDACTED, type SpanList } from './span.js';

/** So many UTF-16 units are made a string at a time. */
const UNITS = 8192;
/** Where there are so many spans, and one for so few characters, no piece between them is worth being a string of its own. */
const MANY = 256;
const DENSE = 32;
const HALF_OF_PAIR = 0xd800;

/** Unit by unit; undefined where one may be half a pair, which a decoder would not let pass. */
const byUnits = (text: string, spans: SpanList): string | undefined => {
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  const units = new Uint16Array(UNITS);
  const redacted = Array.from(REDACTED, (char) => char.charCodeAt(0));
  const parts: string[] = [];
  let count = 0;
  let from = 0;
  for (let i = 0; i <= spans.length; i++) {
    const to = i < spans.length ? spans.start(i) : text.length;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if ((code & 0xf800) === HALF_OF_PAIR) return undefined;
      units[count++] = code;
      if (count === UNITS) {
        parts.push(decoder.decode(units));
        count = 0;
      }
    }
    if (i === spans.length) break;
    from = spans.end(i);
    if (count + redacted.length > UNITS) {
      parts.push(decoder.decode(units.subarray(0, count)));
      count = 0;
    }
    for (let k = 0; k < redacted.length; k++) units[count++] = redacted[k] as number;
  }
  parts.push(decoder.decode(units.subarray(0, count)));
  return parts.join('');
};

/** Piece by piece. */
const byPieces = (text: string, spans: SpanList): string => {
  const pieces: string[] = [];
  let from = 0;
  for (let i = 0; i < spans.length; i++) {
    pieces.push(text.slice(from, spans.start(i)));
    from = spans.end(i);
  }
  pieces.push(text.slice(from));
  return pieces.join(REDACTED);
};

export const withoutSpans = (text: string, spans: SpanList): string =>
  (spans.length > MANY && spans.length * DENSE > text.length ? byUnits(text, spans) : undefined) ?? byPieces(text, spans);
