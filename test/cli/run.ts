/** Runs the command line in this process, with streams of its own. */
import { PassThrough, Readable } from 'node:stream';
import { run } from '../../src/cli/program.js';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const textOf = (stream: PassThrough): string => String(stream.read() ?? '');

const withInput = async (input: string | Uint8Array, ...args: readonly string[]): Promise<Ran> => {
  const [stdout, stderr] = [new PassThrough({ highWaterMark: 1 << 28 }), new PassThrough({ highWaterMark: 1 << 28 })];
  const code = await run(args, { stdout, stderr, stdin: Readable.from([Buffer.from(input)]) });
  return { code, out: textOf(stdout), err: textOf(stderr) };
};

export const sgs = Object.assign((...args: readonly string[]) => withInput('', ...args), { withInput });
