/**
 * The classic bundle's way to its parts: files beside its own, loaded when needed, each with the hash that this build
 * knows (through `setup`), so that whoever has checked `sgs.js` has checked them too. Stands in the place of `more/load.ts`.
 */
import { VERSION } from '../model/version.js';
import type { Parts } from '../more/load.js';
import { beside, nonce, policy, tag } from './own.js';

/** Set by the build: the integrity of `setup`, which brings those of the others: they weigh less there. */
declare const SGS_SETUP: string;

interface Received extends Partial<Parts> {
  hashes?: Readonly<Record<string, string>>;
}

const received: Received = {};
const asked = new Map<keyof Parts, Promise<unknown>>();

const load = async <K extends keyof Parts>(name: K): Promise<Parts[K] | undefined> => {
  if (name === 'setup' || await loadPart('setup')) {
    const script = document.createElement('script');
    const url = beside(`sgs.${name}.js`);
    script.src = policy.createScriptURL(url);
    // Another origin lets bytes be checked only where the page has asked for that with our own file.
    if (tag?.crossOrigin || new URL(url).origin === origin) {
      script.crossOrigin = 'anonymous';
      script.integrity = received.hashes?.[name] || SGS_SETUP;
    }
    script.nonce = nonce;
    await new Promise((done) => {
      script.onload = script.onerror = done;
      document.head.append(script);
    });
    script.remove();
  }
  // What failed may come the next time.
  if (!received[name]) asked.delete(name);
  return received[name] as Parts[K] | undefined;
};

export const loadPart = <K extends keyof Parts>(name: K): Promise<Parts[K] | undefined> => {
  const part = asked.get(name) || load(name);
  asked.set(name, part);
  return part as Promise<Parts[K] | undefined>;
};

// A part hands itself over here; one of another version finds nobody.
(globalThis as { [key: symbol]: unknown })[Symbol.for('sgs.parts@' + VERSION)] = Object.assign((part: Received) => Object.assign(received, part), { policy, beside, nonce, loadPart });
