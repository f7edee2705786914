// What a webmaster unpacks: a folder to upload, with a script at a fixed address and all that it loads in a folder by version.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from './facts.js';
import { columnPage, guideOf } from './guide.js';
import { serverFiles } from './servers.js';
import type { Entry } from './zip.js';

const DIST = 'dist';
/** Made by the build for this archive: the same scripts, which look into the version's folder. */
const STABLE = 'dist/stable';

/** Of the folder by version: the scripts, what they load, and who wrote what is in them. */
const BELONGS = /^sgs(\.\w+)?\.(js|css|licenses\.md)$/;

const EMPTY_FEED = '{"version":1,"standard":"2018","records":[]}\n';
const EMPTY_CONFIG = '{}\n';

const isScript = (name: string): boolean => /^sgs(\.\w+)?\.js$/.test(name);

const fromFolder = (folder: string, to: string, belongs: (name: string) => boolean): readonly Entry[] =>
  readdirSync(folder).filter(belongs).map((name) => [to + name, readFileSync(join(folder, name))]);

/** Everything but the data: what replaces an older version. */
export function upgradeEntries({ version, day }: Pick<Facts, 'version' | 'day'>, changes: string): readonly Entry[] {
  const sri = readFileSync(join(DIST, 'sri.json'), 'utf8');
  const { 'sgs.js': integrity = '' } = JSON.parse(sri) as Readonly<Record<string, string>>;
  const own = `sgs/${version}/`;
  return [
    ...fromFolder(DIST, own, (name) => BELONGS.test(name)),
    [`${own}sri.json`, sri],
    [`${own}LICENSE`, readFileSync('LICENSE')],
    ...fromFolder(STABLE, 'sgs/', isScript),
    ['sgs/assistant.html', readFileSync(join(DIST, 'assistant.html'))],
    ['sgs/assistant.licenses.md', readFileSync(join(DIST, 'assistant.licenses.md'))],
    ['sgs/column.html', columnPage()],
    ['sgs/LICENSE', readFileSync('LICENSE')],
    ['sgs/CHANGELOG.md', changes],
    ['sgs/读我.html', guideOf({ version, day, integrity })],
    ...serverFiles(version).map(([name, text]): Entry => [`sgs/服务器配置/${name}`, text]),
  ];
}

/** For whoever begins: with data that is empty, so that the column shows at once that it works. */
export const firstEntries = (facts: Pick<Facts, 'version' | 'day'>, changes: string): readonly Entry[] => [
  ...upgradeEntries(facts, changes),
  ['sgs/sgs.json', EMPTY_FEED],
  ['sgs/sgs.config.json', EMPTY_CONFIG],
];
