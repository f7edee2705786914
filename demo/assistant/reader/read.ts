/** Bytes of a file → sheets or JSON text, by what the file is and not by what it is called. */
import { createTextStream } from '../../../src/feed/decode.js';
import { fileTypeOf, readTable } from '../../../src/import/file.js';
import { TableError } from '../../../src/import/grid.js';
import type { OnProgress } from '../../../src/import/limits.js';
import { readXls } from '../../../src/import/xls.js';
import type { FileContent } from '../core/file.js';

const BROKEN = '文件已损坏或设有密码。请在表格软件里打开，取消密码后另存为 .xlsx。';

/** @param onProgress told of the share that is read, and waited for; may throw to stop */
export const readFile = async (name: string, bytes: Uint8Array, onProgress: OnProgress): Promise<FileContent> => {
  try {
    if (bytes.length && fileTypeOf(name, bytes) === 'json') {
      const stream = createTextStream();
      return { json: stream.push(bytes) + stream.end() };
    }
    return { grids: await readTable(name, bytes, { xls: () => Promise.resolve({ readXls }), onProgress }) };
  } catch (error) {
    return { problem: error instanceof TableError ? error.message : BROKEN };
  }
};
