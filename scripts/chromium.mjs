// @ts-check
// The browser for the tests: the one named by CHROME_PATH, else the system's, else Debian's package where it may be installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge', 'chrome.exe', 'msedge.exe'];
const homes = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap((base) =>
    base ? [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')] : [],
  ),
];

/** @param {string} file */
function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Switches every test browser runs with: no sandbox (containers run as root), and no talk to the outside. */
export const plainArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** What Playwright switches off itself: of two such lists Chromium takes the last. */
const playwrightsOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter',
  'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin', 'OptimizationHints',
  'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch', 'msForceBrowserSignIn', 'msEdgeUpdateLaunchServicesPreferredVersion',
];

/**
 * The same for Playwright. The list below the address bar is two pages that every window loads in advance, in a process of
 * their own: more work than most tests make, for what no test sees.
 */
export const chromiumArgs = [...plainArgs, `--disable-features=${[...playwrightsOff, 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'].join(',')}`];

/** @returns {string | undefined} path of an installed Chrome, Chromium or Edge */
export function findChromium() {
  const named = process.env['CHROME_PATH'];
  if (named) return executable(named) ? named : undefined;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  // In the order of `names`, not of PATH: the same machine always gives the same browser.
  onPath.sort((a, b) => names.findIndex((n) => a.endsWith(n)) - names.findIndex((n) => b.endsWith(n)));
  return [...onPath, ...homes].find(executable);
}

/** A browser that comes without a Chinese font measures and shows boxes; what lines up depends on it. */
function ensureChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (fonts.status !== 0 || fonts.stdout.trim() || process.getuid?.() !== 0 || !executable('/usr/bin/apt-get')) return;
  console.log('No Chinese font found: installing one with apt-get…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'fonts-noto-cjk']]) {
    spawnSync('/usr/bin/apt-get', ['-qq', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env });
  }
}

/**
 * Finds a browser or installs one; says in one sentence what to do when neither is possible.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) {
    ensureChineseFont();
    return found;
  }
  if (process.env['CHROME_PATH']) throw new Error(`CHROME_PATH names no executable file: ${process.env['CHROME_PATH']}`);
  if (process.getuid?.() === 0 && executable('/usr/bin/apt-get')) {
    console.log('No Chrome, Chromium or Edge found: installing Chromium with apt-get…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']]) {
      const { status } = spawnSync('/usr/bin/apt-get', ['-qq', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env });
      if (status !== 0) break;
    }
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error('The tests need a browser: install Google Chrome, Chromium or Microsoft Edge, or set CHROME_PATH to its executable.');
}
