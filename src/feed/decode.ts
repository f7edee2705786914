/** Bytes → text while they arrive. Departments send UTF-8 with or without a mark, and GBK without a word about it. */

/** So many bytes beyond ASCII are enough to tell UTF-8 from GBK. */
const EVIDENCE = 48;

const decoderFor = (label: string): TextDecoder | undefined => {
  try {
    // GBK and GB2312 are subsets of GB18030.
    return new TextDecoder(/^(gb|x-gbk|cp936|ms936)/i.test(label) ? 'gb18030' : label);
  } catch {
    return undefined;
  }
};

const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  if (parts.length === 1) return parts[0] as Uint8Array;
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

export class TextStream {
  #decoder: TextDecoder | undefined;
  #pending: Uint8Array[] = [];
  #evidence = 0;
  #started = false;

  /**
   * @param encoding what the site's configuration says; it is believed
   * @param charset what the server says; believed only where it is neither UTF-8, GBK nor a default nobody meant
   */
  constructor(encoding?: string, charset?: string) {
    if (encoding) this.#decoder = decoderFor(encoding);
    else if (charset && !/^(utf-?8|gb|iso-8859-1|latin1|us-ascii|ascii|windows-1252)/i.test(charset)) this.#decoder = decoderFor(charset);
  }

  push(bytes: Uint8Array): string {
    if (this.#decoder) return this.#decoder.decode(bytes, { stream: true });
    this.#pending.push(bytes);
    this.#evidence += beyondAscii(bytes);
    if (!this.#started) {
      const start = concat(this.#pending);
      if (start.length < 3) return '';
      this.#started = true;
      const mark = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : start[0] === 0xef && start[1] === 0xbb ? 'utf-8' : '';
      if (mark) return this.#decide(mark);
    }
    if (this.#evidence >= EVIDENCE) return this.#decide(this.#guess());
    return this.#evidence === 0 ? this.#asAscii() : '';
  }

  end(): string {
    if (this.#decoder) return this.#decoder.decode();
    return this.#decide(this.#guess()) + (this.#decoder as TextDecoder | undefined)?.decode();
  }

  #decide(label: string): string {
    this.#decoder = decoderFor(label) as TextDecoder;
    return this.#decoder.decode(this.#take(), { stream: true });
  }

  #take(): Uint8Array {
    const all = concat(this.#pending.length ? this.#pending : [new Uint8Array()]);
    this.#pending = [];
    return all;
  }

  /** Plain ASCII reads alike in both; nothing is decided. */
  #asAscii(): string {
    return new TextDecoder().decode(this.#take());
  }

  #guess(): string {
    const text = new TextDecoder().decode(concat(this.#pending.length ? this.#pending : [new Uint8Array()]), { stream: true });
    // A cut-off character here and there is no proof against UTF-8; GBK read as UTF-8 is broken all over.
    const broken = text.split('\ufffd').length - 1;
    return broken * 10 > this.#evidence ? 'gb18030' : 'utf-8';
  }
}
