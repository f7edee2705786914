// The webmaster's assistant as one file: what the page is made of, its scripts as text within it, and the policy that
// lets it run these and nothing else, and connect to nobody.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What reads the files; built first, put into the page as text, run in a worker. */
export const READER = 'assistant.reader.js';
/** The page's own script. */
export const MAIN = 'assistant.main.js';

/** A script's text as it may stand in a page: nothing in it ends or comments out its element. */
const embeddable = (code: string): string => {
  const text = code.replace(/\r\n?/g, '\n');
  // In JavaScript these may only stand in strings, templates and patterns, where a backslash more means nothing.
  const closed = text.replace(/<\/(?=script)/gi, '<\\/');
  // A comment's beginning alone does no harm; with a tag after it the element would not end where it should.
  return /<script/i.test(closed) ? closed.replace(/<!--/g, '<\\!--') : closed;
};

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The widget's files, for the preview and to be handed on: the script first, then what it loads when it is needed. They
 * must come out byte for byte, or the integrity of the tag would not fit them. The scorecard is for supervisors.
 */
const widget = (): { name: string; text: string }[] => ['sgs.js', ...readdirSync('dist').filter((file) => /^sgs\.\w+\.js$/.test(file) && file !== 'sgs.scorecard.js').sort(), 'sgs.css'].map((name) => {
  const text = readFileSync(join('dist', name), 'utf8');
  if (embeddable(text) !== text) throw new Error(`dist/${name} can't stand in a page as it is`);
  return { name, text };
});

/** Facts of this build that the page's script imports as `virtual:built`. */
export function built(): Plugin {
  const id = 'virtual:built';
  return {
    name: 'sgs:assistant-built',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}`
      ? `export const SRI = ${readFileSync('dist/sri.json', 'utf8')};`
      : null),
  };
}

/** Licences of the scripts it is made of, each named once. */
function licences(dir: string): string {
  const files = [...readdirSync(dir), ...readdirSync('dist')].filter((name) => name.endsWith('.licenses.md'));
  const sections = files.map((name) => readFileSync(join(existsSync(join(dir, name)) ? dir : 'dist', name), 'utf8')).flatMap((text) => text.split(/^(?=## )/m).slice(1).map((section) => section.trim()));
  return `# Licenses\n\nThe file contains what others wrote, under these licenses:\n\n${[...new Set(sections)].join('\n\n')}\n`;
}

/** Makes dist/assistant.html of what the two builds have left in `dir`, which goes. */
export function makePage(dir: string): void {
  const read = (name: string): string => embeddable(readFileSync(join(dir, name), 'utf8'));
  const main = read(MAIN);
  const texts = [{ name: READER, text: read(READER) }, { name: 'preview-frame.js', text: embeddable(readFileSync('demo/assistant/preview-frame.js', 'utf8')) }, ...widget()];
  const policy = [
    "default-src 'none'",
    `script-src ${[main, ...texts.map(({ text }) => text)].map(sha256).join(' ')}`,
    // Not for us but for browsers before 73, in which the widget's styles are elements.
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'worker-src blob:',
    "connect-src 'none'",
    "form-action 'none'",
    'base-uri https://preview.invalid',
  ].join('; ');
  // Replaced by functions: `$&` in the scripts means nothing.
  const page = readFileSync('demo/assistant/index.html', 'utf8')
    .replace('<!-- policy -->', () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('<!-- texts -->', () => texts.map(({ name, text }) => `<script type="text/plain" data-file="${name}">${text}</script>`).join('\n'))
    .replace('<!-- script -->', () => `<script>${main}</script>`);
  writeFileSync('dist/assistant.html', page);
  writeFileSync('dist/assistant.licenses.md', licences(dir));
  rmSync(dir, { recursive: true });
}
