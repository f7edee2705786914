/**
 * A scanner of XML and of HTML tables: tags and text in the order in which they come, while the bytes come. It builds no
 * tree, so that a sheet of 200 MB needs no more memory than its cells.
 */
import { TableError } from './grid.js';
import { BROKEN, MAX_TAG } from './limits.js';

export interface XmlHandlers {
  /** @param name without its prefix; in lower case in HTML @param tag all that stands between the angle brackets */
  readonly open: (name: string, tag: string) => void;
  /** Follows upon `open` at once where the tag closes itself. */
  readonly close: (name: string) => void;
  /** Text may come in several pieces. */
  readonly text: (text: string) => void;
}

export interface XmlScanner {
  push(text: string): void;
  end(): void;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

const characterOf = (code: number): string => (code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '');

const decodeEntities = (text: string): string => (text.includes('&')
  ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
    (name ? ENTITIES[name.toLowerCase()] ?? whole : characterOf(decimal ? Number(decimal) : parseInt(hex as string, 16))))
  : text);

const patterns = new Map<string, RegExp>();

const patternOf = (name: string): RegExp => {
  const known = patterns.get(name);
  if (known) return known;
  const made = new RegExp(`\\s(?:[\\w.-]{1,40}:)?${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  patterns.set(name, made);
  return made;
};

/** An attribute of a tag, whatever its prefix; undefined where there is none. */
export function attribute(tag: string, name: string): string | undefined {
  const found = patternOf(name).exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}

const GREATER = 62;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const SPACE = 32;

/** Where a tag ends: the first `>` that stands in no attribute. -1: not yet. */
function tagEnd(text: string, start: number): number {
  let before = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === GREATER) return at;
    // Elsewhere than after `=` a quote is a mistake that people make in HTML.
    if (before === EQUALS && (sign === QUOTE || sign === APOSTROPHE)) {
      at = text.indexOf(text.charAt(at), at + 1);
      if (at < 0) return -1;
    }
    if (sign > SPACE) before = sign;
  }
  return -1;
}

const NAME = /^\/?(?:[^\s/:>]{1,40}:)?([^\s/>]{1,60})/;

/** What HTML holds as text of another language. */
const RAW = /^(?:script|style)$/;

/** @param html names in any case, scripts and styles are skipped */
export function createXmlScanner({ open, close, text }: XmlHandlers, html = false): XmlScanner {
  let rest = '';
  let raw = '';
  const emit = (piece: string): void => { if (piece && !raw) text(decodeEntities(piece)); };

  /** A comment, an instruction, marked text: what stands between `from` and `sign`. Where it ends, or -1. */
  const special = (buffer: string, at: number): number => {
    for (const [sign, end] of [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>'], ['<!', '>']] as const) {
      if (!buffer.startsWith(sign, at)) continue;
      const found = buffer.indexOf(end, at + sign.length);
      if (found >= 0 && sign === '<![CDATA[' && !raw) text(buffer.slice(at + sign.length, found));
      return found < 0 ? -1 : found + end.length;
    }
    return -1;
  };

  const tag = (inner: string): void => {
    const found = NAME.exec(inner)?.[1];
    if (!found) return;
    const name = html ? found.toLowerCase() : found;
    const closing = inner.startsWith('/');
    if (raw && !(closing && name === raw)) return;
    raw = '';
    if (closing) { close(name); return; }
    open(name, inner);
    if (inner.endsWith('/')) close(name);
    else if (html && RAW.test(name)) raw = name;
  };

  /** Reads on in the buffer; what is not whole stays in `rest`. */
  const scan = (buffer: string, last: boolean): void => {
    let at = 0;
    for (;;) {
      const start = buffer.indexOf('<', at);
      if (start < 0) {
        // A character reference may have been cut.
        const cut = last ? -1 : buffer.lastIndexOf('&');
        const end = cut >= at && buffer.length - cut < 12 ? cut : buffer.length;
        emit(buffer.slice(at, end));
        rest = buffer.slice(end);
        return;
      }
      emit(buffer.slice(at, start));
      const sign = buffer.charAt(start + 1);
      const isSpecial = sign === '!' || sign === '?';
      const enough = last || !isSpecial || buffer.length - start >= 9;
      const end = !enough ? -1 : isSpecial ? special(buffer, start) : tagEnd(buffer, start + 1);
      if (end < 0) {
        rest = buffer.slice(start);
        if (rest.length > MAX_TAG) throw new TableError(BROKEN);
        return;
      }
      if (!isSpecial) tag(buffer.slice(start + 1, end));
      at = isSpecial ? end : end + 1;
    }
  };

  return {
    push: (piece) => scan(rest ? rest + piece : piece, false),
    end: () => {
      scan(rest, true);
      rest = '';
    },
  };
}
