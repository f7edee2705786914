// @ts-check
// Storybook, after the manifest its documentation pages are made from.
// usage: node scripts/storybook.mjs dev|build [storybook's own options]
import { existsSync } from 'node:fs';
import { newest } from './build.mjs';
import { manifestFile, writeManifest } from './manifest.mjs';
import { bin, node } from './process.mjs';
import { makeLean } from './storybook-lean.mjs';

const [command = 'dev', ...rest] = process.argv.slice(2);
// That of a build just made is left alone: in npm test others read it meanwhile.
const sources = ['src/elements', 'src/styles', 'scripts/manifest.mjs', 'scripts/manifest.config.mjs'];
const isFresh = existsSync(manifestFile) && sources.every((source) => newest(source) <= newest(manifestFile));
if (!isFresh && !(await writeManifest())) process.exit(1);
const options = command === 'dev' ? ['--port', '6006', '--no-open', ...rest] : rest;
// The development server stays until it is interrupted: a day is long enough.
const code = await node([bin('storybook'), command, '--disable-telemetry', ...options], {
  minutes: command === 'dev' ? 1440 : 5, env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
});
const given = rest.indexOf('--output-dir');
if (code === 0 && command === 'build') await makeLean(given < 0 ? 'storybook-static' : rest[given + 1] ?? '');
process.exit(code);
