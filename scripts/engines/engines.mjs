// @ts-check
// The engines the widget is promised to work in, where they come from, and how they are installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { ensureChromium } from '../chromium.mjs';
import { openFirefox } from './bidi.mjs';
import { openChromium } from './cdp.mjs';
import { openWebKit } from './webdriver.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */
/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} key
 * @property {() => Promise<() => Promise<Driver>>} ready installs what is missing; it throws, with the reason, where that is not possible
 * @property {() => Promise<string>} [playwright] its executable, where Playwright can drive it and `npm test` does not
 */

/** Kept between checkouts: 900 MB unpacked. */
export const cache = process.env['SGS_BROWSERS'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sgs-browsers');

/** npm packages that carry a headless Chromium of their time, made for Amazon's Linux; the hash is of the package. */
const packed = [
  { major: 69, package: 'chrome-aws-lambda@1.6.3', sha512: 'K22/X+AqpSFPmBxuIOHhmzH4Id7Od9GpKvEksuaV7fy+WLvS/TYlwpc4I4B36Wz9u/NmvL9wKsQ1TT9cMhdYhg==' },
  { major: 78, package: 'chrome-aws-lambda@1.20.4', sha512: '+zuq/BO9TpAvlXIpyGto6YytnEe0NBpZS5HVGnaMqRhL0cagDEhrzAYqaQfK4HZnafA7HW1wkFacl7CAI990LQ==' },
  { major: 86, package: 'chrome-aws-lambda@5.3.1', sha512: 'KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==' },
  { major: 92, package: 'chrome-aws-lambda@10.1.0', sha512: 'NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==' },
  { major: 109, package: '@sparticuz/chromium@109.0.6', sha512: '9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==' },
];

/** @param {{ major: number, package: string, sha512: string }} row @returns {Promise<string>} the executable */
async function unpacked({ major, package: name, sha512 }) {
  const file = join(cache, `chromium-${major}`);
  if (existsSync(file)) return file;
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`the package ${name} holds a build for Linux on x64 only`);
  mkdirSync(cache, { recursive: true });
  const scratch = mkdtempSync(join(cache, 'new-'));
  try {
    console.log(`Fetching Chromium ${major} (npm package ${name})…`);
    const npm = process.env['npm_execpath'];
    // `npm pack` runs no script of the package and installs nothing.
    const args = ['pack', name, '--silent', '--pack-destination', scratch];
    const { status } = npm?.endsWith('.js') ? spawnSync(process.execPath, [npm, ...args]) : spawnSync('npm', args);
    const archive = readdirSync(scratch).find((entry) => entry.endsWith('.tgz'));
    if (status !== 0 || !archive) throw new Error(`npm could not fetch ${name}`);
    const found = createHash('sha512').update(readFileSync(join(scratch, archive))).digest('base64');
    if (found !== sha512) throw new Error(`${name} is not the package we know: its hash is ${found}`);
    if (spawnSync('tar', ['xzf', join(scratch, archive), '-C', scratch]).status !== 0) throw new Error(`tar could not unpack ${name}`);
    const bin = join(scratch, 'package', 'bin');
    const binary = readdirSync(bin).find((entry) => /^chromium.*\.br$/.test(entry));
    if (!binary) throw new Error(`${name} holds no Chromium`);
    await pipeline(createReadStream(join(bin, binary)), createBrotliDecompress(), createWriteStream(join(scratch, 'chromium'), { mode: 0o755 }));
    // Whole or not at all: two runs may do this at once.
    renameSync(join(scratch, 'chromium'), file);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return file;
}

/** @param {string} name @returns {string | undefined} */
export function onPath(name) {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs Debian packages where that is possible. @param {string[]} packages @returns {string} why not, or '' */
export function apt(packages) {
  const get = onPath('apt-get');
  if (!get) return 'there is no apt-get here';
  if (process.getuid?.() !== 0) return 'apt-get needs root';
  console.log(`Installing ${packages.join(', ')} with apt-get…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status, stderr } = spawnSync(get, ['-qq', ...args], { env, encoding: 'utf8' });
    if (status !== 0) return `apt-get ${args[0]} failed: ${stderr.trim().split('\n').pop() ?? ''}`;
  }
  return '';
}

/**
 * Programs that are there, or are after Debian's packages have been installed.
 * @param {string[]} packages @param {() => (string | undefined)[]} find @param {string} what
 */
function programs(packages, find, what) {
  let found = find();
  let reason = '';
  if (found.includes(undefined)) {
    reason = apt(packages);
    found = find();
  }
  if (found.includes(undefined)) throw new Error(`${what} is not installed, and ${reason || 'Debian’s packages do not hold it'}`);
  return /** @type {string[]} */ (found);
}

const miniBrowser = () => ['x86_64', 'aarch64'].flatMap((cpu) => ['4.1', '4.0', '6.0'].map((api) => `/usr/lib/${cpu}-linux-gnu/webkit${api === '6.0' ? '' : '2'}gtk-${api}/MiniBrowser`)).find((file) => existsSync(file));

/** @type {Engine[]} */
export const engines = [
  ...packed.map((row) => ({
    name: `Chromium ${row.major}`,
    key: String(row.major),
    // Playwright calls Element.checkVisibility, which Chromium has since 105.
    ...(row.major >= 105 && { playwright: () => unpacked(row) }),
    ready: async () => {
      const file = await unpacked(row);
      return () => openChromium(file);
    },
  })),
  {
    name: 'Chromium current',
    key: 'now',
    ready: async () => {
      const file = ensureChromium();
      return () => openChromium(file);
    },
  },
  {
    name: 'Firefox ESR',
    key: 'ff',
    ready: async () => {
      const [file = ''] = programs(['firefox-esr', 'fonts-noto-cjk'], () => [onPath('firefox-esr') ?? onPath('firefox')], 'Firefox');
      return () => openFirefox(file);
    },
  },
  {
    name: 'WebKitGTK',
    key: 'wk',
    ready: async () => {
      const [mini = '', driver = '', screen = ''] = programs(['webkit2gtk-driver', 'xvfb', 'fonts-noto-cjk'], () => [miniBrowser(), onPath('WebKitWebDriver'), onPath('Xvfb')], 'WebKitGTK');
      return () => openWebKit({ miniBrowser: mini, driver, screen });
    },
  },
];
