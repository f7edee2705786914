/**
 * The worker's way to the parts: files beside its own. It may also be run in the page, where no worker may be had; then
 * the page's own way is taken.
 */
import { VERSION } from '../model/version.js';
import type { Modules, Policy, ScriptContext } from './context.js';
import { isOurs } from './is-ours.js';
import { importPart as importPartInPage } from './load-part.js';

type ScriptPolicy = Pick<Policy, 'createScriptURL'>;

interface WorkerWorld {
  importScripts(url: string): void;
  /** The hashes of our files, by their names, as the page's script knows them. */
  readonly name: string;
  readonly location: { readonly href: string };
  readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
}

const KEY = Symbol.for(`sgs.context@${VERSION}`);
const world = globalThis as unknown as WorkerWorld & { [KEY]?: Pick<ScriptContext, 'modules'> };

let policy: ScriptPolicy | undefined;

/** Runs a file beside the worker's, if it is ours; what it delivers is found in `world[KEY].modules`. */
async function runInWorker(file: string): Promise<Modules> {
  const rules: ScriptPolicy = { createScriptURL: (url) => url };
  policy ??= world.trustedTypes?.createPolicy('sgs', rules) ?? rules;
  const known = (world[KEY] ??= { modules: {} });
  const url = new URL(file, world.location.href).href;
  const integrity = JSON.parse(world.name || '{}') as Readonly<Record<string, string>>;
  if (await isOurs(url, integrity[file])) world.importScripts(policy.createScriptURL(url));
  return known.modules;
}

/** A module of a part; fails where the part can't be had. */
export async function importPart(part: string, module: string): Promise<object> {
  if (!('importScripts' in world)) return importPartInPage(part, module);
  const file = `sgs.${part}.js`;
  const found = world[KEY]?.modules[module] ?? (await runInWorker(file))[module];
  if (!found) throw new Error(file);
  return found;
}
