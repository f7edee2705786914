// @ts-check
// The cells of a run, each in a file of its own, so that an interrupted run goes on and a single cell can be measured again.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ id: string, started: string, finished?: string }} Run `id`: what makes two runs the same: the cells asked for and what is measured */

export class Store {
  /** @param {string} folder @param {{ id: string, fresh: boolean, keep: boolean, now: string }} options `keep`: whatever the run before was, go on with it */
  constructor(folder, { id, fresh, keep, now }) {
    this.folder = folder;
    this.file = join(folder, 'run.json');
    const before = /** @type {Run | undefined} */ (existsSync(this.file) ? JSON.parse(readFileSync(this.file, 'utf8')) : undefined);
    const goesOn = before && !fresh && (keep || (before.id === id && !before.finished));
    if (!goesOn) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    /** @type {Run} */
    this.run = goesOn ? before : { id, started: now };
    /** Whether cells of an earlier call are in it. */
    this.continued = Boolean(goesOn);
    this.#save();
  }

  #save() {
    writeFileSync(this.file, JSON.stringify(this.run));
  }

  /** @param {string} key */
  #path(key) {
    return join(this.folder, `${key.replace(/[^\w.-]+/g, '_')}.cell.json`);
  }

  /** @param {string} key @returns {unknown} undefined where it has not been measured */
  get(key) {
    const file = this.#path(key);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).value : undefined;
  }

  /** @param {string} key @param {unknown} value */
  set(key, value) {
    writeFileSync(this.#path(key), JSON.stringify({ key, value }));
  }

  /** Forgets the cells whose key holds the text. @param {string} text @returns {number} how many */
  forget(text) {
    const keys = this.keys().filter((key) => key.includes(text));
    for (const key of keys) rmSync(this.#path(key));
    return keys.length;
  }

  /** @returns {string[]} */
  keys() {
    return readdirSync(this.folder).filter((file) => file.endsWith('.cell.json')).map((file) => JSON.parse(readFileSync(join(this.folder, file), 'utf8')).key);
  }

  /** @param {string} now */
  finish(now) {
    this.run = { ...this.run, finished: now };
    this.#save();
  }
}
