/** How the column looks and how it gets into the page: choices → attributes → the code to paste. */
import { SRI } from 'virtual:built';
import { EDITORS } from '../../src/prerender/editors.js';
import { scriptTag } from '../../src/prerender/snippet.js';
import { KINDS, type Kind } from '../../src/model/kinds.js';
import { VERSION } from '../../src/model/version.js';

export interface Look {
  readonly theme: 'blue' | 'red' | 'plain';
  /** None: the widget's own default. */
  readonly kinds: readonly Kind[];
  readonly columns: readonly string[];
  readonly pageSize: number;
  readonly elder: boolean;
  /** Width of the preview, as a device. */
  readonly device: 'phone' | 'tablet' | 'desktop';
  /** Number of the form of embedding, or name of the editor that decides it. */
  readonly place: string;
  /** Where the data file will lie. */
  readonly feed: string;
  /** Where the script will lie. */
  readonly script: string;
}

/** Where the files lie on the site, unless it is said otherwise. */
export const FOLDER = '/sgs/';
/** The scripts of a version have a folder of their own: a browser may keep them, and versions never mix. */
export const IN_VERSION = `${VERSION}/`;

/** Whether an address means the same on every page of a site. */
export const isFixed = (address: string): boolean => /^(?:\/|https?:)/i.test(address);

export const DEFAULT_LOOK: Look = {
  theme: 'blue',
  kinds: [],
  columns: [],
  pageSize: 10,
  elder: false,
  device: 'desktop',
  place: 'template',
  // Right on every page of a site, wherever an article lies.
  feed: `${FOLDER}sgs.json`,
  script: `${FOLDER}${IN_VERSION}sgs.js`,
};

export const THEMES: Readonly<Record<Look['theme'], string>> = { blue: '蓝色', red: '红色', plain: '黑白' };
export const DEVICES: Readonly<Record<Look['device'], string>> = { phone: '手机', tablet: '平板', desktop: '电脑' };
export const PAGE_SIZES = [5, 10, 20, 50];

/** Ways that are no editor's. */
export const WAYS: Readonly<Record<string, string>> = { template: '可以修改网页模板', script: '模板里只能放一段脚本', bundler: '网站由前端工程打包' };

/** Attributes of the element; what is the default is left out. @param kinds those that have records */
export const attributesOf = (
  { theme, kinds, columns, pageSize, elder }: Look,
  present: readonly Kind[],
): Readonly<Record<string, string>> => {
  const chosen = kinds.length ? KINDS.filter((kind) => kinds.includes(kind)) : KINDS.filter((kind) => present.includes(kind));
  const kind = chosen.join(' ');
  return {
    ...(kind && kind !== 'license penalty' && { kind }),
    ...(theme !== 'blue' && { theme }),
    ...(columns.length > 0 && { columns: columns.join(' ') }),
    ...(pageSize !== 10 && { 'page-size': String(pageSize) }),
    ...(elder && { elder: '' }),
  };
};

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const written = (attributes: Readonly<Record<string, string>>, prefix = ''): string =>
  Object.entries(attributes).map(([name, value]) => (value ? ` ${prefix}${name}="${escape(value)}"` : ` ${prefix}${name}`)).join('');

export interface Snippet {
  /** What goes into the page's template once; '' where nothing does. */
  readonly template: string;
  /** What goes where the column shall be. */
  readonly text: string;
  /** What to do with it, for people. */
  readonly hint: string;
}

const FALLBACK = '双公示数据';

/** Where the configuration lies: beside the data. */
const configBeside = (feed: string): string => `${feed.slice(0, feed.lastIndexOf('/') + 1)}sgs.config.json`;

/** The code for the way, or the editor, that was chosen. @param configured the page needs the configuration file */
export const snippetOf = (look: Look, present: readonly Kind[], configured = false): Snippet => {
  const { place, feed, script } = look;
  const attributes = { ...(configured && { config: configBeside(feed) }), ...attributesOf(look, present) };
  const address = escape(feed);
  const options = { src: script, integrity: SRI['sgs.js'] };
  const tag = scriptTag(options).text;
  const form = EDITORS.find(([name]) => name === place)?.[1];
  if (place === 'bundler')
    return {
      template: '',
      text: `import 'sgs-widgets/define';\n\n<sgs-column feed="${address}"${written(attributes)}></sgs-column>`,
      hint: '安装 sgs-widgets 后，在脚本里引入一次，再放标签。',
    };
  if (place === 'script')
    return {
      template: '',
      text: tag.replace(' defer>', ` data-feed="${address}"${written(attributes, 'data-')}>`),
      hint: '放在专栏应当出现的位置。',
    };
  if (form === 3)
    return {
      template: tag,
      text: `<div data-sgs="column" data-feed="${address}"${written(attributes, 'data-')}>\n  <p><a href="${address}">${FALLBACK}</a></p>\n</div>`,
      hint: '切换到编辑器的“源代码”模式粘贴第二段。',
    };
  if (form === 4 || form === 'link') {
    const byAddress = form === 'link';
    const link = byAddress ? `<a href="${address}#sgs-column">${FALLBACK}</a>` : `<a class="sgs-column" href="${address}">${FALLBACK}</a>`;
    const plain = Object.keys(attributes).length ? '这种编辑器会删掉其他属性，所以专栏按默认外观显示；要用上面选的外观，请管理员写进网页模板。' : '';
    return {
      template: tag,
      text: link,
      hint: `${byAddress ? `用编辑器的“插入链接”，地址填 ${feed}#sgs-column，效果相同。` : '切换到编辑器的“源代码”模式粘贴第二段。'}${plain}`,
    };
  }
  return {
    template: tag,
    text: `<sgs-column feed="${address}"${written(attributes)}>\n  <p><a href="${address}">${FALLBACK}</a></p>\n</sgs-column>`,
    hint: '第一段放进网页模板的 <head>，只放一次；第二段放在专栏应当出现的位置。',
  };
};
