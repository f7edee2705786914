/** Bytes → text while they arrive. Departments send UTF-8 with or without a mark, and GBK without a word about it. */

/** So many bytes beyond ASCII are enough to tell UTF-8 from GBK. */
const EVIDENCE = 48;

const decoderFor = (label: string): TextDecoder | undefined => {
  if (!label) return undefined;
  try {
    // GBK and GB2312 are subsets of GB18030.
    return new TextDecoder(/^(gb|x-gbk|cp936|ms936)/i.test(label) ? 'gb18030' : label);
  } catch {
    return undefined;
  }
};

const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const beyondAscii = (bytes: Uint8Array): number => {
  let count = 0;
  for (const byte of bytes) if (byte > 127) count++;
  return count;
};

/** Takes bytes, gives text. */
export interface TextStream {
  push(bytes: Uint8Array): string;
  end(): string;
}

const MARKS: readonly (readonly [readonly number[], string])[] = [[[0xef, 0xbb, 0xbf], 'utf-8'], [[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']];

/**
 * @param encoding what the site's configuration says; it is believed
 * @param charset what the server says; believed only where it is neither UTF-8, GBK nor a default nobody meant
 */
export const createTextStream = (encoding?: string, charset = ''): TextStream => {
  let decoder = decoderFor(encoding ?? (/^(utf-?8|gb|iso-8859-1|latin1|us-ascii|ascii|windows-1252)/i.test(charset) ? '' : charset));
  let pending: Uint8Array[] = [];
  let evidence = 0;
  let started = false;

  const decide = (label: string): string => {
    const chosen = new TextDecoder(label);
    decoder = chosen;
    return chosen.decode(concat(pending), { stream: true });
  };

  const guess = (): string => {
    // A broken character here and there is no proof against UTF-8; GBK read as UTF-8 is broken all over.
    const broken = new TextDecoder().decode(concat(pending), { stream: true }).split('\ufffd').length - 1;
    return broken * 10 > evidence ? 'gb18030' : 'utf-8';
  };

  return {
    push: (bytes) => {
      if (decoder) return decoder.decode(bytes, { stream: true });
      pending.push(bytes);
      evidence += beyondAscii(bytes);
      if (!started) {
        const start = concat(pending);
        if (start.length < 3) return '';
        started = true;
        const mark = MARKS.find(([sign]) => sign.every((byte, i) => start[i] === byte));
        if (mark) return decide(mark[1]);
      }
      if (evidence >= EVIDENCE) return decide(guess());
      if (evidence > 0) return '';
      // Plain ASCII reads alike in both; nothing is decided.
      const text = new TextDecoder().decode(concat(pending));
      pending = [];
      return text;
    },
    end: () => {
      if (decoder) return decoder.decode();
      const all = concat(pending);
      return new TextDecoder(guess()).decode(all);
    },
  };
};
