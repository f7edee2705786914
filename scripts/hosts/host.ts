// What a trial in a host of others needs: a folder with the release's files, processes that end with it, and its pages.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { firstEntries } from '../release/archive.js';
import { VERSION } from '../../src/model/version.js';

/** What is seen: the column with its records; only the link to the data; neither; or the line for the webmaster. */
export type Seen = 'column' | 'link' | 'nothing' | 'told';

export interface Trial {
  /** What was pasted, or set (English, for the table). */
  readonly way: string;
  readonly url: string;
  readonly expected: Seen;
  /** Response headers that files must come with: address → `Cache-Control`. */
  readonly cache?: Readonly<Record<string, string>>;
}

export interface Running {
  /** The host's own version. */
  readonly version: string;
  readonly trials: readonly Trial[];
  /** What was found out without a browser, a sentence each (English). */
  readonly notes?: readonly string[];
}

export interface Host {
  readonly name: string;
  /** Debian packages, and a file that is there when they are. */
  readonly packages: readonly string[];
  readonly needs: readonly string[];
  run(workshop: Workshop): Promise<Running>;
}

export interface Workshop {
  /** A folder of its own, which goes afterwards. */
  readonly folder: string;
  /** Copies the release's `sgs/`, with data in it, into a folder of the host's. */
  install(into: string): void;
  write(path: string, content: string | Uint8Array): string;
  /** A process that ends with the trial. */
  start(command: string, args: readonly string[], options?: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string }): ChildProcess;
  /** Waits until an address answers. @throws after a minute */
  answers(url: string): Promise<void>;
  /** Ends something else with the trial. */
  onEnd(end: () => void | Promise<void>): void;
}

/** Runs a command to its end. @returns what it wrote @throws with its own words */
export function output(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env }, timeout: 240_000 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`.slice(0, 3000));
  return stdout + stderr;
}

/** A port that nobody listens on. */
export const freePort = (): Promise<number> => new Promise((done, fail) => {
  const server = createServer();
  server.once('error', fail);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => done(typeof address === 'object' && address ? address.port : 0));
  });
});

const EXAMPLE = 'demo/data/example.json';

const ended = (child: ChildProcess): Promise<void> => new Promise((done) => {
  if (child.exitCode !== null || child.signalCode !== null) { done(); return; }
  const hard = setTimeout(() => child.kill('SIGKILL'), 8000);
  child.once('exit', () => {
    clearTimeout(hard);
    done();
  });
  child.kill('SIGTERM');
});

/** @returns the workshop, and what ends all that was begun in it */
export function openWorkshop(): { readonly workshop: Workshop; close(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'sgs-host-'));
  const ends: (() => void | Promise<void>)[] = [];
  const write = (path: string, content: string | Uint8Array): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  const workshop: Workshop = {
    folder,
    write,
    install(into) {
      for (const [path, content] of firstEntries({ version: VERSION, day: '2026-01-01' }, '')) write(join(into, path), content);
      cpSync(EXAMPLE, join(folder, into, 'sgs/sgs.json'));
    },
    start(command, args, { env = {}, cwd = folder } = {}) {
      const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'ignore'] });
      ends.push(() => ended(child));
      return child;
    },
    async answers(url) {
      for (const end = Date.now() + 60_000; Date.now() < end;) {
        const response = await fetch(url).catch(() => undefined);
        if (response && response.status < 500) return;
        await new Promise((done) => setTimeout(done, 200));
      }
      throw new Error(`${url} does not answer`);
    },
    onEnd: (end) => void ends.push(end),
  };
  return {
    workshop,
    async close() {
      for (const end of ends.reverse()) await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Why a host can't be tried on this machine; undefined when it can. */
export const lacking = ({ needs, packages }: Host): string | undefined =>
  (needs.every((path) => existsSync(path)) ? undefined : `Debian's ${packages.join(', ')} would have to be installed`);

export const readText = (path: string): string => readFileSync(path, 'utf8');
