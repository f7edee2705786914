/** The reader of files on its own: in a worker, or as a script of the page where a browser starts no worker. */
import { yieldToEventLoop } from '../../../src/feed/yield-to-event-loop.js';
import type { ReaderMessage } from '../core/file.js';
import { readFile } from './read.js';

/** Rows posted together: a large sheet in one piece would stop the page while it is taken in. */
const PIECE = 500;

/** Milliseconds of work without a break, and between two tellings of the share. */
const SLICE_MS = 12;
const TELL_MS = 100;

type Post = (message: ReaderMessage) => void;

/** Waits until the page has taken in a piece: many that wait for it would keep clicks waiting, too. */
type Taken = () => Promise<unknown>;

/** @param signal where the reader is a script of the page; a worker is ended as a whole */
const read = async (file: File, post: Post, signal?: AbortSignal, taken: Taken = yieldToEventLoop): Promise<void> => {
  let told = performance.now();
  let until = told + SLICE_MS;
  const onProgress = (share: number): Promise<void> | undefined => {
    const now = performance.now();
    if (now - told >= TELL_MS) {
      post({ type: 'progress', share });
      told = now;
    }
    if (!signal || now < until) return undefined;
    return yieldToEventLoop().then(() => {
      if (signal.aborted) throw new Error('cancelled');
      until = performance.now() + SLICE_MS;
    });
  };
  const content = await readFile(file.name, new Uint8Array(await new Response(file).arrayBuffer()), onProgress);
  if ('problem' in content) post({ type: 'problem', problem: content.problem });
  else if ('json' in content) post({ type: 'json', json: content.json });
  else {
    for (const { rows, ...sheet } of content.grids) {
      post({ type: 'sheet', sheet });
      for (let at = 0; at < rows.length; at += PIECE) {
        post({ type: 'rows', rows: rows.slice(at, at + PIECE) });
        await taken();
      }
    }
  }
  post({ type: 'end' });
};

const here = globalThis as unknown as {
  sgsReader?: typeof read;
  document?: unknown;
  postMessage: Post;
  onmessage: (event: MessageEvent<File | 'taken'>) => void;
};

/** The page sends the file, then a word for each piece that it has taken in. */
const listen = (): void => {
  let next: (() => void) | undefined;
  const taken: Taken = () => new Promise<void>((resolve) => { next = resolve; });
  here.onmessage = ({ data }) => {
    if (data === 'taken') next?.();
    else void read(data, (message) => here.postMessage(message), undefined, taken);
  };
};

if (here.document) here.sgsReader = read;
else listen();
