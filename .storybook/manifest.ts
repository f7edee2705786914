import { ELEMENTS, EVENTS, METHODS, ownMembers, PROPERTIES_ONLY, SLOT, type Member } from '../scripts/site/element-words.js';
import { tokens } from '../src/styles/tokens.js';
import { defaults } from '../stories/guide/colours.js';
import { ATTRIBUTES, PARTS, PROPERTIES } from '../stories/guide/words.js';

/** The manifest as Storybook should read it: in Chinese, and attributes, properties and parts under names that don't collide. */
interface Named extends Member {
  readonly type?: { readonly text: string };
}

const LISTS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'] as const;

interface Declaration extends Readonly<Partial<Record<(typeof LISTS)[number], readonly Named[]>>> {
  readonly tagName?: string;
  readonly description?: string;
}

export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

const [LIGHT = '', THEMED = ''] = String(tokens).split('@supports');

/** A colour as the style sheet has it for a theme: light, dark; undefined where the theme has none of its own. */
function declared(own: string, theme?: string): string | undefined {
  const host = theme === undefined ? ':host {' : `:host([theme='${theme}']) {`;
  const block = THEMED.slice(THEMED.indexOf(host)).split('}')[0] ?? '';
  const pair = new RegExp(`${own}: light-dark\\(([^,]+), ([^)]+)\\)`).exec(block);
  return pair ? `${pair[1]}，深色 ${pair[2]}` : undefined;
}

/** What a colour is in each theme, where it has no default of its own. */
function valueOf(name: string): string | undefined {
  const own = defaults.get(name);
  if (own === undefined || !LIGHT.includes(`${own}:`)) return undefined;
  return [['蓝', undefined], ['红', 'red'], ['素', 'plain']].flatMap(([title, theme]) => {
    const value = declared(own, theme);
    return value === undefined ? [] : `${title} ${value}`;
  }).join('；') || undefined;
}

/** Nothing is shown in English: what has no Chinese stays empty, and a test names it. */
const said = (words: Readonly<Record<string, string>>, each: Named): Named => ({ ...each, description: words[each.name ?? ''] ?? '' });

/** Defaults in the manifest are code: `'sgs'`. */
function preset({ default: code, ...rest }: Named): Named {
  const text = code?.replace(/^'(.*)'$/, '$1');
  return text ? { ...rest, default: text } : rest;
}

/** Methods are told from properties by their brackets: Storybook's own reader leaves methods out. */
const member = (each: Named): Named => each.kind === 'method'
  ? { name: `${each.name ?? ''}()`, description: METHODS[each.name ?? ''] ?? '', type: { text: 'function' } }
  : said(PROPERTIES_ONLY, each);

/** A part may be called like an attribute; a slot without a name has a row of its own. */
const readable = (declaration: Declaration): Declaration => declaration.tagName === undefined ? declaration : {
  ...declaration,
  description: ELEMENTS[declaration.tagName] ?? '',
  attributes: declaration.attributes?.map((each) => preset(said(ATTRIBUTES, each))) ?? [],
  members: ownMembers(declaration.members).map(member),
  // The analyzer finds names in the code, too, that no one has promised.
  events: declaration.events?.filter(({ name, description }) => name?.startsWith('sgs-') && description).map((each) => said(EVENTS, each)) ?? [],
  slots: declaration.slots?.map(() => ({ name: '标签里面的内容', description: SLOT[0] })) ?? [],
  cssProperties: declaration.cssProperties?.map((each) => {
    const value = each.default ?? valueOf(each.name ?? '');
    return said(PROPERTIES, { ...each, ...(value !== undefined && { default: value }) });
  }) ?? [],
  cssParts: declaration.cssParts?.map((each) => ({ ...said(PARTS, each), name: `::part(${each.name ?? ''})` })) ?? [],
};

export const forStorybook = ({ modules, ...rest }: Manifest): Manifest => ({
  ...rest,
  modules: modules.map((module) => ({ ...module, declarations: module.declarations?.map(readable) ?? [] })),
});

/** What has no Chinese in Storybook's tables, as `<sgs-list> event sgs-load`. */
export const untranslated = (manifest: Manifest): readonly string[] =>
  forStorybook(manifest).modules.flatMap(({ declarations = [] }) => declarations.flatMap(({ tagName, description, ...lists }) => tagName === undefined ? [] : [
    ...(description ? [] : [`<${tagName}>`]),
    ...LISTS.flatMap((list) => (lists[list] ?? []).filter((each) => !each.description).map(({ name }) => `<${tagName}> ${list} ${name ?? ''}`)),
  ]));
