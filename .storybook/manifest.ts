import { tokens } from '../src/styles/tokens.js';
import { defaults } from '../stories/guide/colours.js';

/** The manifest as Storybook should read it: attributes, properties and parts under names that don't collide. */
interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Named[];
  readonly attributes?: readonly (Named & { readonly type?: { readonly text: string } })[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly (Named & { readonly default?: string })[];
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

/** Members are left out: what is not an attribute is code. A part may be called like an attribute. */
const readable = (declaration: Declaration): Declaration => declaration.tagName === undefined ? declaration : {
  ...declaration,
  members: [],
  cssProperties: declaration.cssProperties?.map((property) => ({ ...property, ...(property.default === undefined && { default: valueOf(property.name) }) })) ?? [],
  cssParts: declaration.cssParts?.map((part) => ({ ...part, name: `::part(${part.name})` })) ?? [],
};

export const forStorybook = ({ modules, ...rest }: Manifest): Manifest => ({
  ...rest,
  modules: modules.map((module) => ({ ...module, declarations: module.declarations?.map(readable) ?? [] })),
});
