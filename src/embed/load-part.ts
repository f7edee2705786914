/**
 * The classic script's way to its parts: files beside its own, loaded when they are needed, each with the hash that this
 * build knows, so that whoever has checked `sgs.js` has checked them too. The build puts `importPart('setup', 'feed/pages')`
 * where a module says `import('./pages.js')` (scripts/parts.ts).
 */
import { scriptContext } from './context.js';

/** Runs a script of ours in the page; nothing comes of one that is missing, or not as it was built. */
export function runScript(file: string): Promise<void> {
  const context = scriptContext();
  const script = document.createElement('script');
  const url = context.beside(file);
  script.src = context.policy.createScriptURL(url);
  // Another origin lets bytes be checked only where the page has asked for that with our own file.
  if (context.crossOrigin || new URL(url).origin === origin) {
    script.crossOrigin = 'anonymous';
    script.integrity = context.integrity[file] ?? '';
  }
  script.nonce = context.nonce;
  return new Promise((done) => {
    const end = (): void => {
      script.remove();
      done();
    };
    script.onload = end;
    script.onerror = end;
    document.head.append(script);
  });
}

/** A module of a part; fails where the part can't be had. What failed may come the next time. */
export async function importPart(part: string, module: string): Promise<object> {
  const { modules, loading } = scriptContext();
  if (!(module in modules)) {
    const file = `sgs.${part}.js`;
    const run = loading.get(file) ?? runScript(file);
    loading.set(file, run);
    await run;
    loading.delete(file);
  }
  const found = modules[module];
  if (!found) throw new Error(`sgs.${part}.js`);
  return found;
}
