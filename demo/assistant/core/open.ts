/** Has files read: in a worker where the browser starts one, else in this page. */
import type { Grid } from '../../../src/import/grid.js';
import { embeddedText } from './embedded.js';
import type { FileContent, ReaderMessage } from './file.js';

const READER = 'assistant.reader.js';

type Read = (file: File, post: (message: ReaderMessage) => void, signal: AbortSignal) => Promise<void>;

const startWorker = (): Worker | undefined => {
  try {
    const url = URL.createObjectURL(new Blob([embeddedText(READER)], { type: 'text/javascript' }));
    const worker = new Worker(url);
    URL.revokeObjectURL(url);
    return worker;
  } catch {
    return undefined;
  }
};

const readHere = (): Read => {
  const page = globalThis as unknown as { sgsReader?: Read };
  if (!page.sgsReader) {
    const script = document.createElement('script');
    script.textContent = embeddedText(READER);
    document.head.append(script);
  }
  const { sgsReader } = page;
  if (!sgsReader) throw new Error('no reader');
  return sgsReader;
};

/** What is told while a file is read. */
export interface Reading {
  /** Cancels: the worker is ended at once, and nothing of the file is kept. */
  readonly signal: AbortSignal;
  /** Share of the file that is read, 0 to 1. */
  readonly onShare?: (share: number) => void;
  /** How many rows there are until now. */
  readonly onRows: (rows: number) => void;
}

/** What a file holds; `undefined` when it was cancelled. */
export const openFile = (file: File, { signal, onShare, onRows }: Reading): Promise<FileContent | undefined> =>
  new Promise((done) => {
    const grids: (Grid & { readonly rows: Grid['rows'][number][] })[] = [];
    let content: FileContent = { grids };
    let rows = 0;
    const worker = startWorker();
    const finish = (result: FileContent | undefined): void => {
      worker?.terminate();
      done(result);
    };
    const take = (message: ReaderMessage): void => {
      if (message.type === 'progress') onShare?.(message.share);
      else if (message.type === 'sheet') grids.push({ ...message.sheet, rows: [] });
      else if (message.type === 'rows') {
        for (const row of message.rows) grids[grids.length - 1]?.rows.push(row);
        onRows((rows += message.rows.length));
        worker?.postMessage('taken');
      } else if (message.type === 'end') finish(content);
      else content = message.type === 'json' ? { json: message.json } : { problem: message.problem };
    };
    const broken = (): void => finish({ problem: '文件没有读完。文件可能过大，请关闭其他程序后重试。' });
    signal.addEventListener('abort', () => finish(undefined));
    if (worker) {
      worker.onmessage = ({ data }: MessageEvent<ReaderMessage>) => take(data);
      worker.onerror = broken;
      worker.postMessage(file);
    } else {
      Promise.resolve(file)
        .then((one) => readHere()(one, take, signal))
        .catch(broken);
    }
  });
