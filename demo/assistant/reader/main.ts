/** The reader of files on its own: in a worker, or as a script of the page where a browser starts no worker. */
import type { ReaderMessage } from '../core/file.js';
import { readFile } from './read.js';

/** Rows posted together: a large sheet in one piece would stop the page while it is taken in. */
const PIECE = 1000;

type Post = (message: ReaderMessage) => void;

const read = async (file: File, post: Post): Promise<void> => {
  const content = await readFile(file.name, new Uint8Array(await new Response(file).arrayBuffer()));
  if ('problem' in content) post({ type: 'problem', problem: content.problem });
  else if ('json' in content) post({ type: 'json', json: content.json });
  else {
    for (const { name, rows, merges } of content.grids) {
      post({ type: 'sheet', name, merges });
      for (let at = 0; at < rows.length; at += PIECE) post({ type: 'rows', rows: rows.slice(at, at + PIECE) });
    }
  }
  post({ type: 'end' });
};

const here = globalThis as unknown as {
  sgsReader?: typeof read;
  document?: unknown;
  postMessage: Post;
  onmessage: (event: MessageEvent<File>) => void;
};
if (here.document) here.sgsReader = read;
else here.onmessage = ({ data }) => void read(data, (message) => here.postMessage(message));
