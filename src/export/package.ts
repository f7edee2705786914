/**
 * The zip file that a workbook is. The browser's own compression works beside the page's thread and three times as fast;
 * where there is none, or to begin with in old browsers, fflate does it in slices.
 */
import { Zip, ZipDeflate, type ZipInputFile } from 'fflate';
import { yieldToEventLoop } from './work.js';

/** Six is a tenth smaller and takes half as long again. */
const LEVEL = 3;
const DEFLATE = 8;

/** Texts on their way to the browser's compression at most: beyond that whoever writes waits, and memory stays small. */
const MOST_WAITING = 6;

/** Bytes of gzip before and after what is packed: a header without extras; CRC-32 and size, little endian (RFC 1952). */
const GZIP_HEAD = 10;
const GZIP_TAIL = 8;

/** Adds text to a part, the last text last. What it returns is to be waited for before it is given more. */
export type WritePart = (text: string, last?: boolean) => Promise<void> | undefined;

export interface Package {
  /** Begins a part; the parts before it must have ended. */
  readonly part: (path: string) => WritePart;
  readonly end: () => Blob;
  /** Nobody wants it any more. */
  readonly discard: () => void;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

/** Passes on what gzip has packed, without its head; its tail tells the zip file what it has to know. */
async function unwrap(stream: ReadableStream<Uint8Array<ArrayBuffer>>, file: ZipInputFile): Promise<void> {
  const reader = stream.getReader();
  const pass = (bytes: Uint8Array<ArrayBuffer>, last: boolean): void => file.ondata?.(null, bytes, last);
  let rest = new Uint8Array();
  let head = GZIP_HEAD;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const all = joined(rest, value);
    const end = all.length - GZIP_TAIL;
    if (end > head) {
      pass(all.slice(head, end), false);
      rest = all.slice(end);
      head = 0;
    } else rest = all;
  }
  const tail = new DataView(rest.buffer, rest.length - GZIP_TAIL);
  file.crc = tail.getUint32(0, true);
  file.size = tail.getUint32(4, true);
  pass(new Uint8Array(), true);
}

/** @param native whether the browser's own compression may be used */
export function createPackage(native = typeof CompressionStream === 'function'): Package {
  const packed: Uint8Array<ArrayBuffer>[] = [];
  const utf8 = new TextEncoder();
  let abort: (() => void) | undefined;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });

  const inBackground = (path: string): WritePart => {
    const file: ZipInputFile = { filename: path, size: 0, crc: 0, compression: DEFLATE };
    zip.add(file);
    const { readable, writable } = new CompressionStream('gzip');
    const writer = writable.getWriter();
    const done = unwrap(readable, file);
    // Who waits is told; nobody else needs to be.
    done.catch(() => undefined);
    abort = () => void writer.abort().catch(() => undefined);
    let waiting = 0;
    return (text, last = false) => {
      waiting++;
      const taken = writer.write(utf8.encode(text)).then(() => { waiting--; });
      taken.catch(() => undefined);
      if (last) return Promise.all([taken, writer.close(), done]).then(() => undefined);
      // The compression hands over what it has packed in turns of this thread, and stands still while it gets none.
      return waiting > MOST_WAITING ? taken : yieldToEventLoop();
    };
  };

  const inSlices = (path: string): WritePart => {
    const file = new ZipDeflate(path, { level: LEVEL });
    zip.add(file);
    return (text, last = false) => {
      file.push(utf8.encode(text), last);
      return undefined;
    };
  };

  return {
    part: native ? inBackground : inSlices,
    end: () => {
      zip.end();
      return new Blob(packed, { type: TYPE });
    },
    discard: () => abort?.(),
  };
}
