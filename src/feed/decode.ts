/** Bytes → text while they arrive. Departments send UTF-8 with or without a mark, and GBK without a word about it. */

/** So many characters beyond ASCII are enough to tell UTF-8 from GBK. */
const EVIDENCE = 20;

/** Bytes looked at in one go until the encoding is known. */
const LOOK = 2048;

const decoderFor = (label: string): TextDecoder | undefined => {
  try {
    // No label is none that is known. GBK and GB2312 are subsets of GB18030.
    return new TextDecoder(/^(gb|x-gbk|..936)/i.test(label) ? 'gb18030' : label);
  } catch {
    return undefined;
  }
};

/** Takes bytes, gives text. */
export interface TextStream {
  push(bytes: Uint8Array): string;
  end(): string;
}

/** What the first bytes of a text may be, in decimals; UTF-8's own mark goes by itself. */
const MARKS: Readonly<Record<string, string>> = { '239,187,191': 'utf-8', '255,254': 'utf-16le', '254,255': 'utf-16be' };

/**
 * @param encoding what the site's configuration says; it is believed
 * @param charset what the server says; believed only where it is neither UTF-8, GBK nor a default nobody meant
 */
export const createTextStream = (encoding?: string, charset = ''): TextStream => {
  const utf8 = new TextDecoder();
  let decoder = decoderFor(encoding ?? (/^(utf-?8|gb|iso-8859-1|latin1|(?:us-)?ascii|windows-1252)/i.test(charset) ? '' : charset));
  /** Bytes about which nothing is decided yet, what they are as UTF-8, and how many characters of that are beyond ASCII. */
  let pending: Uint8Array[] = [];
  let text = '';
  let evidence = 0;
  const head: number[] = [];

  const decideFor = (label?: string): string => {
    const chosen = label ? new TextDecoder(label) : utf8;
    decoder = chosen;
    return label ? pending.map((bytes) => chosen.decode(bytes, { stream: true })).join('') : text;
  };

  // A broken character here and there is no proof against UTF-8; GBK read as UTF-8 is broken all over.
  const decide = (): string => decideFor((text.split('\ufffd').length - 1) * 4 > evidence ? 'gb18030' : '');

  const look = (bytes: Uint8Array): string => {
    pending.push(bytes);
    const piece = utf8.decode(bytes, { stream: true });
    text += piece;
    evidence += piece.replace(/[^\u0080-\uffff]/g, '').length;
    if (head.length < 3) {
      head.push(...bytes.subarray(0, 3));
      if (head.length < 3) return '';
      const mark = Object.keys(MARKS).find((sign) => head.join().startsWith(sign));
      if (mark) return decideFor(MARKS[mark]);
    }
    if (evidence >= EVIDENCE) return decide();
    // A character may have begun.
    if (evidence || bytes[bytes.length - 1] as number > 127) return '';
    // Plain ASCII reads alike in both; nothing is decided.
    const plain = text;
    pending = [];
    text = '';
    return plain;
  };

  return {
    push: (bytes) => {
      let result = '';
      let at = 0;
      for (; !decoder && at < bytes.length; at += LOOK) result += look(bytes.subarray(at, at + LOOK));
      return decoder ? result + decoder.decode(bytes.subarray(at), { stream: true }) : result;
    },
    end: () => (decoder ? '' : decide()) + (decoder as TextDecoder).decode(),
  };
};
