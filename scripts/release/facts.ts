// What a release is called and when it was made: facts of the commit, not of the machine.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Facts {
  readonly version: string;
  /** When the commit was made: RFC 3339 in UTC, to the second. */
  readonly time: string;
  /** The same day, YYYY-MM-DD. */
  readonly day: string;
  /** Whether files are not as the commit has them. */
  readonly dirty: boolean;
}

const git = (...args: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

/** Seconds since 1970: `SOURCE_DATE_EPOCH` where a packager says it (reproducible-builds.org), else the commit's. */
function secondsOfSource(): number {
  const said = process.env['SOURCE_DATE_EPOCH'] ?? git('log', '-1', '--format=%ct');
  const seconds = Number(said);
  if (said && Number.isInteger(seconds)) return seconds;
  throw new Error('This is no Git working copy: say in SOURCE_DATE_EPOCH when the sources were made (seconds since 1970).');
}

export function readFacts(): Facts {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  const time = `${new Date(secondsOfSource() * 1000).toISOString().slice(0, 19)}Z`;
  return { version, time, day: time.slice(0, 10), dirty: Boolean(git('status', '--porcelain')) };
}

/** What CHANGELOG.md says of a version; before its release, what it says is not released yet. */
export function changesOf(text: string, version: string): string {
  const sections = text.split(/^(?=## )/m);
  const found = [`## [${version}]`, '## [Unreleased]'].map((head) => sections.find((section) => section.startsWith(head))).find(Boolean);
  if (!found) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return `# sgs-widgets ${version}\n\n${found.replace(/^## .*\n+/, '').trim()}\n`;
}
