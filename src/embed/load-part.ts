/**
 * The classic script's way to its parts: files beside its own, loaded when they are needed, each with the hash that this
 * build knows, so that whoever has checked `sgs.js` has checked them too. The build puts `importPart('setup', 'feed/pages')`
 * where a module says `import('./pages.js')` (scripts/parts.ts).
 */
import { VERSION } from '../model/version.js';
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
  // A script put in by another waits behind what is fetched at the same time, where a connection carries both: rules before rows.
  script.fetchPriority = 'high';
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

/** A file of another version is refused by its hash, and the browser says no more; its first line says which it is of. */
function reportVersion(file: string): void {
  const url = scriptContext().beside(file);
  if (new URL(url).origin !== origin) return;
  fetch(url).then((response) => response.text()).then((text) => {
    const version = /^\/\*! sgs-widgets (\S+)/.exec(text)?.[1] ?? VERSION;
    if (version !== VERSION) console.warn(`sgs: 版本不一致：${file} ${version}，sgs.js ${VERSION}，请一起更新`);
  }, () => undefined);
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
  if (!found) {
    reportVersion(`sgs.${part}.js`);
    throw new Error(`sgs.${part}.js`);
  }
  return found;
}
