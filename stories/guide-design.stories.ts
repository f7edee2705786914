/** For designers: what can be set, what it is now, and where it is. Nothing here is typed again: all of it is read or measured. */
import '../src/define-scorecard.js';
import { only, TODAY } from '../test/fixtures/elements/readings.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { NO_FILTERS } from '../src/query/query.js';
import { licenses, penalties } from '../test/fixtures/elements/records.js';
import { changedStore, storeOf } from '../test/fixtures/elements/stores.js';
import { colourOf, contrast, defaults, hex, type Rgb } from './guide/colours.js';
import { merged, owners } from './guide/manifest.js';
import { grid, mono, page, section, unmatched } from './guide/page.js';
import { PARTS, PROPERTIES } from './guide/words.js';
import { appear, type Args } from './shared.js';

type Story = StoryObj<Args>;

const meta: Meta<Args> = { title: '指南/设计师', id: 'guide-design', tags: ['!autodocs'], parameters: { controls: { disable: true } } };
// Storybook reads the meta from the default export.
export default meta;

const THEMES = [['blue', '蓝色'], ['red', '红色'], ['plain', '素色']] as const;
const SCHEMES = [['light', '浅色'], ['dark', '深色']] as const;

/** What stands on what, and the contrast it must have: 7 for text (WCAG 1.4.6), 3 for borders of controls (1.4.11). */
const PAIRS: readonly (readonly [front: string, ground: string, least: number])[] = [
  ['--sgs-text', '--sgs-background', 7], ['--sgs-text', '--sgs-surface', 7], ['--sgs-text', '--sgs-mark', 7],
  ['--sgs-muted', '--sgs-background', 7], ['--sgs-muted', '--sgs-surface', 7],
  ['--sgs-accent', '--sgs-background', 7], ['--sgs-accent', '--sgs-surface', 7], ['--sgs-on-accent', '--sgs-accent', 7],
  ['--sgs-danger', '--sgs-background', 7], ['--sgs-danger', '--sgs-surface', 7],
  ['--sgs-control', '--sgs-background', 3], ['--sgs-control', '--sgs-surface', 3],
];

interface Look {
  readonly name: string;
  /** By `--sgs-*`. */
  readonly colours: ReadonlyMap<string, Rgb>;
}

/** The colours of every theme, light and dark, as an element has them. */
const looks = (): readonly Look[] => THEMES.flatMap(([theme, themeName]) => SCHEMES.map(([scheme, schemeName]) => {
  const host = document.createElement('sgs-search');
  host.setAttribute('theme', theme);
  host.style.colorScheme = scheme;
  document.body.append(host);
  const colours = new Map([...defaults].map(([name, own]) => [name, colourOf(host, own)] as const));
  host.remove();
  return { name: `${themeName}，${schemeName}`, colours };
}));

const BLACK: Rgb = [0, 0, 0];
const colour = (look: Look, name: string): Rgb => look.colours.get(name) ?? BLACK;
const ratio = (look: Look, front: string, ground: string): number => contrast(colour(look, front), colour(look, ground));

const swatch = (value: Rgb): TemplateResult => html`<span class="swatch" style="background:${hex(value)}"></span>${mono(hex(value))}`;

const palette = (all: readonly Look[]): TemplateResult => grid('各配色的颜色', ['颜色', '用途', ...all.map(({ name }) => name)],
  [...defaults.keys()].map((name) => [mono(name), PROPERTIES[name], ...all.map((look) => swatch(colour(look, name)))]));

const contrasts = (all: readonly Look[]): TemplateResult => grid('对比度（文字不低于 7:1，控件边框不低于 3:1）', ['前景', '底色', ...all.map(({ name }) => name)],
  PAIRS.map(([front, ground]) => [mono(front), mono(ground), ...all.map((look) => html`<span class="ratio">${ratio(look, front, ground).toFixed(1)}:1</span>`)]));

const properties = (): TemplateResult => grid('可设置的属性', ['属性', '默认值', '说明', '用于'],
  merged('cssProperties').map((each) => [mono(each.name), each.default === undefined ? (defaults.has(each.name) ? '随配色' : '见说明') : mono(each.default), PROPERTIES[each.name], owners('cssProperties', each.name)]));

/** As much at once as a column can show. */
const everything = once(() => changedStore(storeOf({
  kinds: ['penalty', 'license'], size: 3, filters: { ...NO_FILTERS, q: '青岚', year: '2025' }, config: { texts: { notice: '本栏目信息在作出决定后7个工作日内发布。' } },
}), () => ({ stale: '2025-10-20' })));
const record = once(() => storeOf({ kinds: ['penalty'], config: { texts: { contact: '信用信息咨询：政务服务中心三楼信用窗口', objection: 'https://www.example.org/objection' } } }));
const failed = once(() => storeOf({ failure: { code: 'timeout', detail: '15 秒内没有收到数据。' } }));
const empty = once(() => storeOf({ kinds: ['honor'], records: [] }));
const hanging = once(() => storeOf({ hangs: true }));
const few = once(() => storeOf({ kinds: ['penalty'], records: penalties.slice(0, 2) }));
const fewLarge = once(() => storeOf({ kinds: ['license'], records: licenses.slice(0, 2) }));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const number = (part: string): number => merged('cssParts').findIndex(({ name }) => name === part) + 1;

/** Draws a frame and a number around the first of each part, in every picture of the page. */
function annotate(canvas: HTMLElement): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const picture of canvas.querySelectorAll<HTMLElement>('.picture')) {
    picture.querySelector(':scope > .overlay')?.remove();
    const origin = picture.getBoundingClientRect();
    const taken: (readonly [number, number])[] = [];
    const shapes: TemplateResult[] = [];
    for (const { name } of merged('cssParts')) {
      if (seen.has(name)) continue;
      const found = [...picture.querySelectorAll('*')].map((each) => each.shadowRoot?.querySelector(`[part~="${name}"]`)).find((each) => each?.getClientRects().length);
      const box = found?.getBoundingClientRect();
      if (!box?.width) continue;
      seen.add(name);
      const [left, top] = [box.left - origin.left, box.top - origin.top];
      let at = left - 6;
      // Numbers stand side by side where parts begin at the same place.
      while (taken.some(([x, y]) => Math.abs(x - at) < 22 && Math.abs(y - top) < 20)) at += 22;
      taken.push([at, top]);
      shapes.push(html`<span class="frame" style="left:${left}px;top:${top}px;width:${box.width}px;height:${box.height}px"></span>
        <span class="number" style="left:${at}px;top:${top - 10}px">${number(name)}</span>`);
    }
    const overlay = document.createElement('div');
    overlay.className = 'overlay';
    overlay.ariaHidden = 'true';
    picture.append(overlay);
    render(shapes, overlay);
  }
  return seen;
}

const legend = (): TemplateResult => grid('各部分（::part）', ['编号', '名称', '说明', '用于'],
  merged('cssParts').map(({ name }) => [number(name), mono(`::part(${name})`), PARTS[name], owners('cssParts', name)]));

/** Sizes as they are on screen. */
function sizes(canvas: HTMLElement): TemplateResult {
  const measure = (id: string, part: string): readonly string[] => {
    const element = canvas.querySelector(`#${id}`)?.shadowRoot?.querySelector(`[part~="${part}"]`);
    if (!element) return ['—', '—', '—'];
    const { fontSize, lineHeight, minHeight } = getComputedStyle(element);
    return [fontSize, (parseFloat(lineHeight) / parseFloat(fontSize)).toFixed(2), minHeight === 'auto' || minHeight === '0px' ? '—' : minHeight];
  };
  return grid('字号、行高、最小高度（量自上面两个列表）', ['部分', '标准字号', '行高', '最小高度', '大字版', '行高', '最小高度'],
    ['heading', 'range', 'cell', 'button'].map((part) => [PARTS[part], ...measure('size-normal', part), ...measure('size-large', part)]));
}

export const Colours: Story = {
  name: '颜色',
  render: () => {
    const all = looks();
    return page('颜色', '三种配色，各有浅色与深色。深色只在网页声明 color-scheme: dark 时使用。颜色与对比度由浏览器实时算出。', html`
      ${section('颜色', palette(all))}${section('对比度', contrasts(all))}
      ${section('可设置的属性', html`<p>在网页的样式表里设置，例如 ${mono('sgs-column { --sgs-accent: #0b5345; --sgs-on-accent: #fff }')}。自定颜色请自行保证对比度不低于 7:1。</p>${properties()}`)}`);
  },
  play: async () => {
    await expect(unmatched(merged('cssProperties').map(({ name }) => name), PROPERTIES)).toEqual([]);
    for (const look of looks()) {
      for (const [front, ground, least] of PAIRS) await expect(ratio(look, front, ground), `${front} on ${ground}, ${look.name}`).toBeGreaterThanOrEqual(least);
    }
  },
};

export const Type: Story = {
  name: '字号、间距、圆角、按钮',
  render: () => page('字号、间距、圆角、按钮', '尺寸都以正文字号（--sgs-font-size）为单位，随它变化；大字版放大一半，按钮高 60 像素。', html`
    ${section('标准字号', html`<sgs-list id="size-normal" heading-level="3" lang="zh-CN" .store=${few()}></sgs-list>`)}
    ${section('大字版', html`<sgs-list id="size-large" heading-level="3" lang="zh-CN" elder .store=${fewLarge()}></sgs-list>`)}
    ${section('量得的尺寸', html`<div class="sizes"></div>`)}
    ${section('间距', grid('间距（1em 为正文字号）', ['间距', '标准字号', '样子'], [0.25, 0.5, 0.75, 1, 1.25, 2.5].map((em) => [`${em}em`, `${em * 16}px`, html`<span class="scale" style="width:${em}em"></span>`])))}
    ${section('圆角与按钮', properties())}`),
  play: async ({ canvasElement }) => {
    const lists = [...canvasElement.querySelectorAll('sgs-list')];
    for (const { id } of lists) await appear(canvasElement, `#${id}`, 'table');
    const place = canvasElement.querySelector<HTMLElement>('.sizes');
    if (place) render(sizes(canvasElement), place);
    const target = canvasElement.querySelector('#size-large')?.shadowRoot?.querySelector('[part~=button]');
    await expect(target?.getBoundingClientRect().height).toBeGreaterThanOrEqual(60);
  },
};

export const Where: Story = {
  name: '各部分的位置',
  render: () => page('各部分的位置', '用 ::part() 可以设置每一部分的样式，例如 sgs-column::part(submit) { text-transform: none }。编号与下表对应。', html`
    ${section('列表', html`<div class="picture"><sgs-column id="picture-list" heading-level="3" lang="zh-CN" .store=${everything()}></sgs-column></div>`)}
    ${section('详情', html`<div class="picture"><sgs-detail id="picture-detail" heading-level="3" lang="zh-CN" record="penalty-disputed" .store=${record()}></sgs-detail></div>`)}
    ${section('加载、空、失败', html`<div class="picture"><sgs-list id="picture-loading" heading-level="3" lang="zh-CN" .store=${hanging()}><span></span></sgs-list><sgs-list id="picture-empty" heading-level="3" lang="zh-CN" .store=${empty()}></sgs-list><sgs-list id="picture-failed" heading-level="3" lang="zh-CN" .store=${failed()}></sgs-list></div>`)}
    ${section('考核', html`<div class="picture"><sgs-scorecard id="picture-scorecard" heading-level="3" lang="zh-CN"></sgs-scorecard></div>`)}
    ${section('对照表', legend())}`),
  play: async ({ canvasElement }) => {
    (await appear(canvasElement, '#picture-list', '.fold')).click();
    await appear(canvasElement, '#picture-list', '#more');
    (await appear(canvasElement, '#picture-list', '.bar [aria-expanded=false]')).click();
    await appear(canvasElement, '#picture-list', '[part=tool] td');
    await appear(canvasElement, '#picture-detail', '#record');
    await appear(canvasElement, '#picture-empty', '[part=empty]');
    Object.assign(canvasElement.querySelector('#picture-scorecard') as Element, {
      today: TODAY, readings: await only('公示超期', '第30局'), ledger: [{ documentNumber: '青罚〔2026〕9号', county: '东城区', decidedOn: '2026-05-11' }],
    });
    (await appear<HTMLDetailsElement>(canvasElement, '#picture-scorecard', 'details[part=method]')).open = true;
    (await appear<HTMLDetailsElement>(canvasElement, '#picture-scorecard', 'details[part=department]')).open = true;
    const names = merged('cssParts').map(({ name }) => name);
    await expect(unmatched(names, PARTS)).toEqual([]);
    const seen = annotate(canvasElement);
    // Filters and fonts come later, and windows change.
    const sizes = new ResizeObserver(() => annotate(canvasElement));
    for (const picture of canvasElement.querySelectorAll('.picture')) sizes.observe(picture);
    // On a phone there are no heads to sort by and no numbers of pages.
    if (innerWidth > 768) await expect(names.filter((name) => !seen.has(name)), 'parts that no picture shows').toEqual([]);
  },
};
