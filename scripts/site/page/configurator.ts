/** The configurator in the page: what is chosen → the column of the preview, and the code to paste. Built into one classic script. */
import { FORMS, type Form } from '../../../src/prerender/snippet.js';

interface Settings {
  readonly integrity: string;
  readonly version: string;
  readonly words: Readonly<Record<'template' | 'article' | 'plainLink' | 'file' | 'frameCode' | 'command' | 'link', string>>;
}

const value = (id: string): string => (document.getElementById(id) as HTMLInputElement | null)?.value.trim() ?? '';
const checked = (input: Element): boolean => (input as HTMLInputElement).checked;

/** Attributes as chosen; what is not set is left to its default. */
function chosen(form: HTMLFormElement): readonly (readonly [name: string, value: string])[] {
  const result: (readonly [string, string])[] = [];
  for (const input of form.querySelectorAll<HTMLInputElement>('[data-attribute]')) {
    const name = input.dataset['attribute'] ?? '';
    if (input.type === 'checkbox' ? checked(input) : input.value.trim()) result.push([name, input.type === 'checkbox' ? '' : input.value.trim()]);
  }
  return result;
}

const quoted = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** `page-size="5" elder`, or with `data-` before each. */
const written = (attributes: readonly (readonly [string, string])[], prefix: string): string =>
  attributes.map(([name, text]) => ` ${prefix}${name}${text ? `="${quoted(text)}"` : prefix ? '=""' : ''}`).join('');

/** Code of a form with further attributes, behind the address of the feed. */
export function codeOf(number: Form['number'], attributes: readonly (readonly [string, string])[], options: Parameters<Form['write']>[0]): string {
  const form = FORMS.find((one) => one.number === number);
  const text = form?.write(options).text ?? '';
  if (number === 'link') return text;
  const prefix = number === 1 || number === 5 ? '' : 'data-';
  const place = number === 4 ? /(<a [^>]*href="[^"]*")/ : /(<(?!script src="[^"]*"[^>]* defer)[\w-]+[^>]*? (?:data-)?feed="[^"]*")/;
  return text.replace(place, (all) => all + written(attributes, prefix));
}

/** The script and what is pasted into the article, where they go to two places. */
export function partsOf(number: Form['number'], code: string): readonly string[] {
  if (number === 1 || number === 2 || number === 5) return [code];
  const end = code.indexOf('</script>') + '</script>'.length;
  return [code.slice(0, end), code.slice(end).trim()];
}

/** What is pasted or saved, each with the sentence that says where. */
type Pieces = readonly (readonly [label: string, code: string])[];

/** A page of its own with the column in it, and the frame that shows it where scripts are forbidden. @param folder ends in `/` */
export const framePieces = (folder: string, code: string, words: Pick<Settings['words'], 'file' | 'frameCode'>): Pieces => [
  [`${words.file}${folder}column.html`, [
    '<!DOCTYPE html>', '<html lang="zh-CN">', '<head>', '<meta charset="utf-8">', '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>双公示专栏</title>', '</head>', '<body>', code, '</body>', '</html>',
  ].join('\n')],
  [words.frameCode, `<iframe src="${folder}column.html" title="双公示专栏" width="100%" height="900"></iframe>`],
];

/** Pages without any script, and the link to them. */
export const staticPieces = (folder: string, words: Pick<Settings['words'], 'command' | 'link'>): Pieces => [
  [words.command, `sgs prerender sgs.json -o site${folder}pages --base https://www.example.gov.cn${folder}pages/ --static`],
  [words.link, `<a href="${folder}pages/index.html">双公示专栏</a>`],
];

function block(text: string, label: string): HTMLElement {
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', label);
  const code = document.createElement('code');
  code.textContent = text;
  pre.append(code);
  return pre;
}

const paragraph = (text: string): HTMLElement => {
  const p = document.createElement('p');
  p.textContent = text;
  return p;
};

function show(form: HTMLFormElement): void {
  const { integrity, version, words } = JSON.parse(form.dataset['settings'] ?? '{}') as Settings;
  const kinds = [...form.querySelectorAll<HTMLInputElement>('[data-kind]')].filter(checked).map((input) => input.dataset['kind'] ?? '').join(' ');
  const attributes = chosen(form);
  const editor = value('form-editor');
  const number = (editor === 'link' ? editor : Number(editor) || 1) as Form['number'];
  const folder = value('form-folder').replace(/\/*$/, '/');
  const pinned = (document.getElementById('form-integrity') as HTMLInputElement).checked;
  const code = codeOf(number, attributes, {
    // What has a fixed address is another script in each version; the hash belongs to one of them.
    src: `${folder}${pinned ? `${version}/` : ''}sgs.js`, feed: value('form-feed'), ...(kinds && kinds !== 'license penalty' && { kind: kinds }),
    ...(pinned && { integrity }),
  });
  const parts = partsOf(number, code);
  const pieces: Pieces = editor === 'frame' ? framePieces(folder, code, words)
    : editor === 'static' ? staticPieces(folder, words)
      : parts.map((part, at) => [parts.length > 1 ? [words.template, words.article][at] ?? '' : '', part]);
  const place = document.getElementById('form-code');
  if (place) {
    place.textContent = '';
    for (const [label, text] of pieces) place.append(...(label ? [paragraph(label)] : []), block(text, label || words.article));
    if (number === 'link' && (attributes.length || kinds !== 'license penalty')) place.append(paragraph(words.plainLink.replace(/<[^>]+>/g, '')));
    document.dispatchEvent(new Event('site-code'));
  }
  const column = document.querySelector('#form-live sgs-column');
  if (!column) return;
  const wanted = new Map<string, string>([['kind', kinds || 'license penalty'], ['heading-level', '3'], ['lang', document.documentElement.lang], ...attributes]);
  // The address of this page is no address of the column's, and a configuration is a file that this site does not have.
  wanted.set('url-key', '');
  wanted.delete('config');
  for (const name of column.getAttributeNames()) if (name !== 'feed' && !wanted.has(name)) column.removeAttribute(name);
  for (const [name, text] of wanted) if (column.getAttribute(name) !== text) column.setAttribute(name, text);
}

if (typeof document !== 'undefined') {
  const form = document.querySelector<HTMLFormElement>('#form');
  if (form) {
    form.addEventListener('input', () => show(form));
    form.addEventListener('submit', (event) => event.preventDefault());
    show(form);
  }
}
