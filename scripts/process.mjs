// @ts-check
// Runs one tool to its end. Each tool gets a process group of its own, so that whatever it started can be ended with it.
import { spawn } from 'node:child_process';
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { whenOrphaned } from './orphan.mjs';

/** Where a tool writes: as this process does, or into an open file. @typedef {'inherit' | number} Output */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
const posix = process.platform !== 'win32';

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (!child.pid) return;
  try {
    if (posix) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // The group is already gone.
  }
}

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
let stopping = false;
function stop() {
  if (stopping || !running.size) return;
  stopping = true;
  for (const child of running) signalGroup(child, 'SIGTERM');
  setTimeout(() => {
    for (const child of running) signalGroup(child, 'SIGKILL');
    process.exit(1);
  }, 3000);
}
whenOrphaned(stop);

/**
 * Runs `node <args>` and resolves with its exit code; 124 when it was ended for taking too long.
 * @param {string[]} args
 * @param {{ minutes?: number, env?: Record<string, string>, output?: Output }} [options]
 * @returns {Promise<number>}
 */
export function node(args, { minutes = 5, env = {}, output = 'inherit' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', output, output],
      detached: posix,
      env: { ...process.env, ...env },
    });
    // Only while something runs: otherwise a signal is the caller's affair.
    if (!running.size) for (const signal of signals) process.on(signal, stop);
    running.add(child);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      const said = `\nStopped after ${minutes} minutes: ${args.join(' ')}\n`;
      if (output === 'inherit') console.error(said.trimEnd());
      else writeSync(output, said);
      // A browser lives in a group of its own; its driver closes it when asked politely, hence not SIGKILL at once.
      signalGroup(child, 'SIGTERM');
      setTimeout(() => signalGroup(child, 'SIGKILL'), 5000).unref();
    }, minutes * 60_000);
    child.on('exit', (code) => {
      clearTimeout(timer);
      running.delete(child);
      if (!running.size && !stopping) for (const signal of signals) process.off(signal, stop);
      signalGroup(child, 'SIGKILL');
      resolve(late ? 124 : (code ?? 1));
    });
  });
}

/**
 * The script behind a package's command, so that no shell and no PATH is involved.
 * @param {string} name package name
 * @param {string} [command] when it differs from the package's name
 */
export function bin(name, command = name) {
  const folder = join('node_modules', name);
  const { bin: entry } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof entry === 'string' ? entry : entry[command]);
}
