/** Reference of the elements, from the manifest that the build makes of their JSDoc. */
import { ATTRIBUTES, PARTS, PROPERTIES } from '../../stories/guide/words.js';
import { elements } from '../editor-data.mjs';
import { ELEMENTS, EVENTS, METHODS, ownMembers, PROPERTIES_ONLY, SLOT, type Member } from './element-words.js';
import { mono, table } from './markdown-table.js';
import type { Language } from './words.js';

const ORDER = ['sgs-column', 'sgs-list', 'sgs-search', 'sgs-detail', 'sgs-scorecard'];
const sorted = (): ReturnType<typeof elements> =>
  elements().sort((a, b) => ORDER.indexOf(a.tagName) - ORDER.indexOf(b.tagName));

/** Values in the manifest are code: `'sgs'`. */
const preset = (value = ''): string => (value === '' || value === "''" ? '—' : mono(value.replace(/^'(.*)'$/, '$1')));

/** What any element says of an attribute of this name: one of them may say nothing. */
const elsewhere = (name: string): string =>
  elements().flatMap(({ attributes = [] }) => attributes).find((each) => each.name === name && each.description)?.description ?? '';

const say = (zh: boolean, words: Readonly<Record<string, string>>, { name = '', description = '' }: Member): string =>
  (zh ? words[name] ?? '' : description || elsewhere(name));

function element(zh: boolean, { tagName, description = '', attributes = [], events = [], members: all = [] }: ReturnType<typeof elements>[number]): string {
  const own = ownMembers<Member>(all);
  const methods = own.filter(({ kind }) => kind === 'method');
  const properties = own.filter(({ kind }) => kind !== 'method');
  const named = events.filter(({ name, description: about }) => name?.startsWith('sgs-') && about);
  return [
    `## ${tagName}`,
    zh ? ELEMENTS[tagName] ?? '' : description.replace(/\n/g, ' '),
    table(zh ? ['属性', '默认值', '作用'] : ['attribute', 'default', 'says'],
      (attributes as readonly Member[]).map((each) => [mono(each.name ?? ''), preset(each.default), say(zh, ATTRIBUTES, each)])),
    named.length ? table(zh ? ['事件', '什么时候'] : ['event', 'when'], named.map((each) => [mono(each.name ?? ''), say(zh, EVENTS, each)])) : '',
    methods.length ? table(zh ? ['方法', '作用'] : ['method', 'does'], methods.map((each) => [mono(`${each.name ?? ''}()`), say(zh, METHODS, each)])) : '',
    properties.length
      ? table(zh ? ['只能用脚本设置', '作用'] : ['property only', 'says'], properties.map((each) => [mono(each.name ?? ''), say(zh, PROPERTIES_ONLY, each)]))
      : '',
  ].filter(Boolean).join('\n\n');
}

export const elementReference = (language: Language): string =>
  [SLOT[language === 'zh' ? 0 : 1], ...sorted().map((each) => element(language === 'zh', each))].join('\n\n');

/** What several elements have stands once, with their names. */
function merged(list: 'cssParts' | 'cssProperties'): readonly (Member & { readonly tags: readonly string[] })[] {
  const found = new Map<string, Member & { tags: string[] }>();
  for (const { tagName, [list]: items = [] } of sorted()) {
    for (const item of items) {
      const known = found.get(item.name ?? '');
      if (known) known.tags.push(tagName);
      else found.set(item.name ?? '', { ...item, tags: [tagName] });
    }
  }
  return [...found.values()];
}

const owners = (tags: readonly string[]): string => tags.map((tag) => mono(tag.slice(4))).join(' ');

export const partReference = (language: Language): string => table(
  language === 'zh' ? ['部分', '是什么', '标签'] : ['part', 'is', 'of'],
  merged('cssParts').map((each) => [mono(`::part(${each.name ?? ''})`), say(language === 'zh', PARTS, each), owners(each.tags)]),
);

export const propertyReference = (language: Language): string => table(
  language === 'zh' ? ['样式变量', '作用', '默认值'] : ['custom property', 'sets', 'default'],
  merged('cssProperties').map((each) => [mono(each.name ?? ''), say(language === 'zh', PROPERTIES, each), preset(each.default)]),
);
