// What is inside, for those who keep lists of it (CycloneDX): from npm's own list, by the lock alone, what the package needs
// and the packages whose data became tables of ours (scripts/licences.ts), without what differs from run to run.
// `npm sbom --omit dev` is no help: npm 11 leaves out what a tool needs too, such as Lit.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Facts } from './facts.js';
import { npm } from './npm.js';

/** Their data is in `sgs.search.js`; the bundler knows nothing of it. */
const MADE_INTO_TABLES: readonly string[] = ['opencc-js', 'pinyin-pro'];

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
}

interface Bom {
  readonly serialNumber?: string;
  readonly metadata: Readonly<Record<string, unknown>> & { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** The same content, the same number: a version 8 UUID of its hash (RFC 9562). */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

/** References that are reached from these. */
function reachedFrom(refs: readonly string[], { dependencies }: Bom): ReadonlySet<string> {
  const edges = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const reached = new Set<string>();
  const visit = (ref: string): void => {
    if (reached.has(ref)) return;
    reached.add(ref);
    edges.get(ref)?.forEach(visit);
  };
  refs.forEach(visit);
  return reached;
}

/** @returns JSON */
export function sbomOf({ time }: Pick<Facts, 'time'>): string {
  const { serialNumber: _random, ...bom } = JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only')) as Bom;
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  const own = bom.metadata.component['bom-ref'];
  const direct = new Set(bom.dependencies.find(({ ref }) => ref === own)?.dependsOn);
  const wanted = [...Object.keys(dependencies), ...MADE_INTO_TABLES];
  const roots = bom.components.filter(({ name, 'bom-ref': ref }) => wanted.includes(name) && direct.has(ref)).map(({ 'bom-ref': ref }) => ref);
  if (roots.length !== wanted.length) throw new Error(`The lock has ${roots.join(', ')} of ${wanted.join(', ')}.`);
  const reached = reachedFrom(roots, bom);
  const content = {
    ...bom,
    // npm takes the folder's name.
    metadata: { ...bom.metadata, timestamp: time, component: { ...bom.metadata.component, name: 'sgs-widgets' } },
    components: bom.components.filter(({ 'bom-ref': ref }) => reached.has(ref)).map((one) => ({ ...one, scope: 'required' }))
      .sort(({ 'bom-ref': a }, { 'bom-ref': b }) => (a < b ? -1 : 1)),
    dependencies: [{ ref: own, dependsOn: roots }, ...bom.dependencies.filter(({ ref }) => reached.has(ref))],
  };
  return `${JSON.stringify({ ...content, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}` }, null, 2)}\n`;
}
