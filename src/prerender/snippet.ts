/** The tags to paste: the five ways to embed of the README, and which of them each editor leaves alone. */
import { markup, type Markup } from './markup.js';

export interface ScriptOptions {
  /** Address of `sgs.js` as the page has it. */
  readonly src: string;
  readonly integrity?: string | undefined;
  readonly nonce?: string | undefined;
}

/** `crossorigin` goes with `integrity`: without it a browser can't check a file of another origin. */
const attributes = ({ src, integrity, nonce }: ScriptOptions): Markup =>
  markup`src="${src}"${
    integrity ? markup` integrity="${integrity}" crossorigin="anonymous"` : ''
  }${nonce ? markup` nonce="${nonce}"` : ''}`;

export const scriptTag = (options: ScriptOptions): Markup => markup`<script ${attributes(options)} defer></script>`;

export interface SnippetOptions extends ScriptOptions {
  readonly feed: string;
  /** Kinds to show, separated by spaces; nothing: licences and penalties. */
  readonly kind?: string | undefined;
}

export interface Form {
  /** As the README numbers them; `link`: the fourth for editors that leave a link nothing but its address. */
  readonly number: 1 | 2 | 3 | 4 | 5 | 'link';
  /** For whom (Chinese). */
  readonly when: string;
  readonly write: (options: SnippetOptions) => Markup;
}

const kindOf = ({ kind }: SnippetOptions, name = 'kind'): Markup | string => (kind ? markup` ${name}="${kind}"` : '');

/** Product contract, “Ways to embed”. */
export const FORMS: readonly Form[] = [
  {
    number: 1,
    when: '一般网页',
    write: (options) => markup`${scriptTag(options)}
<sgs-column feed="${options.feed}"${kindOf(options)}>
  <p><a href="${options.feed}">双公示数据</a></p>
</sgs-column>`,
  },
  {
    number: 2,
    when: '只能贴一行代码：显示在代码所在的位置',
    write: (options) => markup`<script ${attributes(options)} data-feed="${options.feed}"${kindOf(options, 'data-kind')}></script>`,
  },
  {
    number: 3,
    when: '编辑器会删掉不认识的标签（脚本写在网站模板里）',
    write: (options) =>
      markup`${scriptTag(options)}\n<div data-sgs="column" data-feed="${options.feed}"${kindOf(options, 'data-kind')}></div>`,
  },
  {
    number: 4,
    when: '编辑器连 data- 属性也会删掉（脚本写在网站模板里）：没有脚本时仍是可用的链接',
    write: (options) =>
      markup`${scriptTag(options)}\n<a class="sgs-column" href="${options.feed}"${kindOf(options, 'data-kind')}>双公示</a>`,
  },
  {
    number: 'link',
    when: '编辑器只保留链接的网址（脚本写在网站模板里）：用“插入链接”就能做到',
    write: (options) => markup`${scriptTag(options)}\n<a href="${options.feed}#sgs-column">双公示</a>`,
  },
  {
    number: 5,
    when: '用打包工具的网站',
    write: (options) => markup`import 'sgs-widgets/define';\n\n<sgs-column feed="${options.feed}"${kindOf(options)}></sgs-column>`,
  },
];

