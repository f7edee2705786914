// @ts-check
// The custom elements manifest: what the JSDoc of the element classes promises. Storybook, editors and the package read it.
import { readFileSync, writeFileSync } from 'node:fs';
import { bin, node } from './process.mjs';

export const manifestFile = 'dist/custom-elements.json';

/** @typedef {{ kind: string, name?: string, customElement?: boolean, tagName?: string }} Declaration */
/** @typedef {{ path: string, declarations?: Declaration[] }} Module */

/** @returns {{ modules: Module[] }} */
export const readManifest = () => JSON.parse(readFileSync(manifestFile, 'utf8'));

export async function writeManifest() {
  const args = ['analyze', '--quiet', '--outdir', 'dist', '--config', 'scripts/manifest.config.mjs'];
  if ((await node([bin('@custom-elements-manifest/analyzer', 'custom-elements-manifest'), ...args])) !== 0) return false;
  // Source paths are ours; a reader of the package finds the built module.
  const text = readFileSync(manifestFile, 'utf8').replace(/"(\/?)src\/([\w./-]+)\.(?:ts|js)"/g, '"$1dist/esm/$2.js"');
  writeFileSync(manifestFile, text);
  return true;
}
