/** For a feed that is too big for the page's own thread: reads it elsewhere. */
import type { HowToRead } from '../feed/feed.js';
import { openRemote, type RemoteSource } from './remote.js';
import { spawn } from './spawn.js';

export const openWorker = (how: HowToRead, signal: AbortSignal, onChange: (records: number) => void): Promise<RemoteSource | undefined> =>
  openRemote(spawn, how, signal, onChange);
