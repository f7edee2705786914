/** For a feed that is too big for the page's own thread: a worker reads it. */
import type { DecodeOptions } from '../feed/feed.js';
import { openRemote, type RemoteSource } from './remote.js';
import { spawn } from './spawn.js';

export const openWorker = (
  options: DecodeOptions, signal: AbortSignal, onChange: (records: number) => void,
): Promise<RemoteSource | undefined> => openRemote(spawn, options, signal, onChange);
