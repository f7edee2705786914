// npm run release: everything that is handed out, in dist-release/; the same commit gives the same bytes, wherever it is
// built. `-- --check` then unpacks it and looks in a browser whether it works; `-- --built` takes dist/ as it is.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../build.mjs';
import { node } from '../process.mjs';
import { firstEntries, upgradeEntries } from './archive.js';
import { checkRelease } from './check.js';
import { changesOf, readFacts, type Facts } from './facts.js';
import { packInto } from './npm.js';
import { sbomOf } from './sbom.js';
import { zipOf, type Entry } from './zip.js';

export const OUT = 'dist-release';

const SITE = { script: 'scripts/site.mjs', folder: 'dist-site' };

/** All files below a folder, by their paths in it. */
function filesBelow(folder: string): readonly Entry[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  return names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))]);
}

/** The site, made again where there is a script that makes it. */
async function siteEntries(): Promise<readonly Entry[] | undefined> {
  if (existsSync(SITE.script) && (await node([SITE.script], { minutes: 9 })) !== 0) throw new Error(`${SITE.script} failed.`);
  return existsSync(SITE.folder) ? filesBelow(SITE.folder) : undefined;
}

/** `SHA256SUMS` as `sha256sum -c` reads it. */
const sumsOf = (names: readonly string[]): string =>
  names.map((name) => `${createHash('sha256').update(readFileSync(join(OUT, name))).digest('hex')}  ${name}\n`).join('');

/** Maps of the scripts: too big for the package, wanted by whoever looks for a fault on a live page. */
const mapEntries = (): readonly Entry[] =>
  readdirSync('dist').filter((name) => name.endsWith('.js.map')).map((name) => [name, readFileSync(join('dist', name))]);

/** Makes all files of the release of what is in dist/. */
async function makeRelease(facts: Facts): Promise<void> {
  const { version, day } = facts;
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  const changes = changesOf(readFileSync('CHANGELOG.md', 'utf8'), version);
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(OUT, name), content);
  write(`sgs-widgets-${version}.zip`, zipOf(firstEntries(facts, changes), day));
  write(`sgs-widgets-${version}-upgrade.zip`, zipOf(upgradeEntries(facts, changes), day));
  write(`sgs-widgets-${version}-maps.zip`, zipOf(mapEntries(), day));
  write(`sgs-widgets-${version}.cdx.json`, sbomOf(facts));
  write('CHANGELOG.md', changes);
  packInto(OUT);
  const site = await siteEntries();
  if (site) write(`sgs-site-${version}.zip`, zipOf(site, day));
  else console.log(`No site: there is neither ${SITE.script} nor ${SITE.folder}/.`);
  write('SHA256SUMS', sumsOf(readdirSync(OUT).sort()));
}

async function main(args: readonly string[]): Promise<boolean> {
  const unknown = args.find((arg) => arg !== '--check' && arg !== '--built');
  if (unknown) {
    console.error(`Unknown option ${unknown}. There are: --check, --built.`);
    return false;
  }
  const facts = readFacts();
  if (facts.dirty) console.log('Files are not as the commit has them: these are not the bytes of the commit.');
  if (!args.includes('--built') && !(await build())) return false;
  await makeRelease(facts);
  for (const name of readdirSync(OUT).sort()) console.log(`${OUT}/${name}: ${statSync(join(OUT, name)).size} bytes`);
  return !args.includes('--check') || checkRelease(join(OUT, `sgs-widgets-${facts.version}.zip`), facts.version);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit((await main(process.argv.slice(2))) ? 0 : 1);
