/** For a feed that is too big for the page's own thread: reads it in a worker. */
import type { HowToRead } from '../feed/feed.js';
import { openRemote, type RemoteSource } from '../source/remote.js';
import { spawn } from '../source/spawn.js';

export const openWorker = (how: HowToRead, signal: AbortSignal, onChange: (records: number) => void): Promise<RemoteSource | undefined> =>
  openRemote(spawn, how, signal, onChange);
