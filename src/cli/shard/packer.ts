/**
 * Packs and writes the files of a new segment in a thread of its own while the next ones are made: on two cores a large
 * publication takes two thirds of the time. Whoever calls stays synchronous: it waits where it has to (`drain`).
 */
import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** Bytes handed over at once, and how often before waiting. */
const BATCH = 1 << 20;
const MOST_WAITING = 32;
/** A day's few files are written before a thread has begun. */
const THREAD_FROM = 4 << 20;

/** In shared memory: batches done, bytes written so far (modulo 2³²), whether one has failed. */
const DONE = 0, BYTES = 1, FAILED = 2;

// A text, so that it runs from the sources and from the one file of the command alike.
const WORK = `
const { workerData: { port, shared, levels } } = require('node:worker_threads');
const { writeFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
port.on('message', ({ bytes, files }) => {
  try {
    for (const [path, from, to, fast] of files) {
      const packed = gzipSync(bytes.subarray(from, to), { level: fast ? levels.fast : levels.small });
      writeFileSync(path, packed);
      Atomics.add(shared, ${String(BYTES)}, packed.length);
    }
  } catch ({ message, code, path }) {
    port.postMessage({ message, code, path });
    Atomics.store(shared, ${String(FAILED)}, 1);
  }
  Atomics.add(shared, ${String(DONE)}, 1);
  Atomics.notify(shared, ${String(DONE)});
});`;

export interface Packer {
  /** Whether so many bytes more are worth a thread, and there is a core for it. */
  takes(bytes: number): boolean;
  /** @param path in a folder that is there @throws what the system said of an earlier file */
  write(path: string, plain: Uint8Array, fast: boolean): void;
  /** Waits until all is written. @returns packed bytes since the last time @throws what the system said of a file */
  drain(): number;
  close(): void;
}

/** @param levels of gzip, for what is packed fast and for all else */
export function createPacker(levels: { readonly fast: number; readonly small: number }, cores = availableParallelism()): Packer {
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const { port1: port, port2 } = new MessageChannel();
  let worker: Worker | undefined;
  let seen = 0;
  let sent = 0;
  let batch = new Uint8Array(BATCH);
  let length = 0;
  let files: (readonly [path: string, from: number, to: number, fast: boolean])[] = [];

  const waitFor = (done: number): void => {
    for (;;) {
      if (Atomics.load(shared, FAILED)) {
        const failed = receiveMessageOnPort(port)?.message as { readonly message: string };
        throw Object.assign(new Error(failed.message), failed);
      }
      const now = Atomics.load(shared, DONE);
      if (now >= done) return;
      Atomics.wait(shared, DONE, now);
    }
  };

  const send = (): void => {
    if (!files.length) return;
    worker ??= start();
    port.postMessage({ bytes: batch, files }, [batch.buffer]);
    sent++;
    batch = new Uint8Array(BATCH);
    length = 0;
    files = [];
    waitFor(sent - MOST_WAITING);
  };

  const start = (): Worker => {
    const own = new Worker(WORK, { eval: true, workerData: { port: port2, shared, levels }, transferList: [port2] });
    own.unref();
    return own;
  };

  return {
    takes(bytes) {
      seen += bytes;
      return cores > 1 && seen > THREAD_FROM;
    },
    write(path, plain, fast) {
      if (length + plain.length > batch.length) {
        send();
        if (plain.length > batch.length) batch = new Uint8Array(plain.length);
      }
      batch.set(plain, length);
      files.push([path, length, length += plain.length, fast]);
    },
    drain() {
      send();
      waitFor(sent);
      return Atomics.exchange(shared, BYTES, 0) >>> 0;
    },
    close() {
      port.close();
      void worker?.terminate();
    },
  };
}
