/**
 * The classic bundle's way to its parts: files beside its own, loaded when needed, each with the hash that this build
 * knows, so that whoever has checked `sgs.js` has checked them too. Stands in the place of `more/load.ts`.
 */
import { VERSION } from '../model/version.js';
import type { Parts } from '../more/load.js';
import { beside, nonce, policy, tag } from './own.js';

/** Set by the build: the integrity of each part. */
declare const SGS_PARTS: Readonly<Record<keyof Parts, string>>;

const received: Partial<Parts> = {};
const asked = new Map<keyof Parts, Promise<unknown>>();

// A part hands itself over here; one of another version finds nobody.
(globalThis as { [key: symbol]: unknown })[Symbol.for('sgs.parts@' + VERSION)] = Object.assign((part: Partial<Parts>) => Object.assign(received, part), { policy, beside, nonce });

export const loadPart = <K extends keyof Parts>(name: K): Promise<Parts[K] | undefined> => {
  const part = asked.get(name) || new Promise((done) => {
    const script = document.createElement('script');
    const url = beside(`sgs.${name}.js`);
    script.src = policy.createScriptURL(url);
    // Another origin lets bytes be checked only where the page has asked for that with our own file.
    if (tag?.crossOrigin || new URL(url).origin === origin) {
      script.crossOrigin = 'anonymous';
      script.integrity = SGS_PARTS[name];
    }
    script.nonce = nonce;
    script.onload = script.onerror = () => {
      script.remove();
      // What failed may come the next time.
      if (!received[name]) asked.delete(name);
      done(received[name]);
    };
    document.head.append(script);
  });
  asked.set(name, part);
  return part as Promise<Parts[K] | undefined>;
};
