/** For designers: colours, radius and font of one's own, tried on a column, with the contrast they have and the lines to copy. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, fireEvent, userEvent } from 'storybook/test';
import { storeOf } from '../test/fixtures/elements/stores.js';
import { contrast, type Rgb } from './guide/colours.js';
import { grid, page, section } from './guide/page.js';
import { PROPERTIES } from './guide/words.js';
import { appear, type Args } from './shared.js';

type Story = StoryObj<Args>;

const meta: Meta<Args> = { title: '指南/设计师', id: 'guide-theme', tags: ['!autodocs'], parameters: { controls: { disable: true } } };
// Storybook reads the meta from the default export.
export default meta;

/** Where one begins: the blue theme, light. */
const COLOURS: Readonly<Record<string, string>> = {
  '--sgs-accent': '#0a4a8c', '--sgs-on-accent': '#ffffff', '--sgs-text': '#1c2127', '--sgs-muted': '#444c56',
  '--sgs-background': '#ffffff', '--sgs-surface': '#f1f5fa',
};
/** Text on ground: WCAG 1.4.6 asks for 7:1. */
const PAIRS = [
  ['--sgs-text', '--sgs-background'], ['--sgs-text', '--sgs-surface'], ['--sgs-muted', '--sgs-background'], ['--sgs-muted', '--sgs-surface'],
  ['--sgs-accent', '--sgs-background'], ['--sgs-accent', '--sgs-surface'], ['--sgs-on-accent', '--sgs-accent'],
] as const;

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

/** What is chosen from, in the order of the form. Lengths and a font are written as in a style sheet. */
const FIELDS: readonly { readonly name: string; readonly type: 'color' | 'text' }[] = [
  ...Object.keys(COLOURS).map((name) => ({ name, type: 'color' as const })),
  ...['--sgs-radius', '--sgs-padding', '--sgs-font'].map((name) => ({ name, type: 'text' as const })),
];

/** What a property is for, in a few words. */
const nameOf = (property: string): string => (PROPERTIES[property] ?? property).replace(/；.*/, '');
const cssOf = (chosen: Readonly<Record<string, string>>): string =>
  `sgs-column {\n${Object.entries(chosen).map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`;

/** The form, what comes of it, and the lines to copy, in one place of the page. */
function builder(place: HTMLElement): void {
  const begin: Readonly<Record<string, string>> = { ...COLOURS, '--sgs-radius': '4px', '--sgs-padding': '16px' };
  let chosen = { ...begin };
  let told = '';
  const store = storeOf({ kinds: ['penalty', 'license'], size: 3 });
  const choose = (next: Record<string, string>, says = ''): void => {
    chosen = next;
    told = says;
    draw();
  };
  const set = (name: string, value: string): void => {
    const { [name]: _old, ...others } = chosen;
    choose(value ? { ...chosen, [name]: value } : others);
  };
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard.writeText(cssOf(chosen)).then(() => true, () => false);
    choose(chosen, done ? '已复制' : '浏览器不允许复制，请选中上面的样式手动复制');
  };
  const control = ({ name, type }: (typeof FIELDS)[number]): TemplateResult => html`<div class="choice">
    <label for=${name}>${nameOf(name)}</label>
    <input id=${name} type=${type} .value=${chosen[name] ?? ''} @input=${(event: Event) => set(name, (event.target as HTMLInputElement).value)}>
  </div>`;
  const verdict = ([front, ground]: (typeof PAIRS)[number]): (string | TemplateResult)[] => {
    const ratio = contrast(rgb(chosen[front] ?? '#000000'), rgb(chosen[ground] ?? '#ffffff'));
    const pair = html`<span class="pair" style=${`color:${chosen[front] ?? ''};background:${chosen[ground] ?? ''}`} aria-hidden="true">示例文字</span>`;
    return [`${nameOf(front)} / ${nameOf(ground)}`, pair, `${ratio.toFixed(1)}:1`, ratio >= 7 ? '达到' : html`<strong>不足，请加深文字或改浅底色</strong>`];
  };
  const draw = (): void => {
    render(html`
      ${section('选择', html`<div class="choices">${FIELDS.map(control)}</div>
        <p><button type="button" @click=${() => choose({ ...begin })}>恢复默认</button></p>`)}
      ${section('对比度', grid('文字不低于 7:1', ['文字 / 底色', '示例', '对比度', '是否达到'], PAIRS.map(verdict)))}
      ${section('预览', html`<sgs-column heading-level="3" lang="zh-CN" .store=${store}></sgs-column>`)}
      ${section('样式', html`<p>复制到网页的样式表：</p><pre tabindex="0" role="region" aria-label="样式" class="css">${cssOf(chosen)}</pre>
        <p><button type="button" @click=${copy}>复制样式</button> <span role="status">${told}</span></p>`)}`, place);
    const column = place.querySelector<HTMLElement>('sgs-column');
    if (!column) return;
    column.removeAttribute('style');
    for (const [name, value] of Object.entries(chosen)) column.style.setProperty(name, value);
  };
  draw();
}

/** The place in the page in which the builder lives, drawn once it is there. */
const drawn = new WeakSet<Element>();
const drawIn = (place?: Element): void => {
  if (!(place instanceof HTMLElement) || drawn.has(place)) return;
  drawn.add(place);
  builder(place);
};

export const Builder: Story = {
  name: '配色工具',
  render: () => page('配色工具', '选好颜色、圆角和字体，看一看效果和对比度，再复制样式。底色与网页不同时，请设置四周留白（--sgs-padding），让文字与边缘有距离。', html`<div ${ref(drawIn)}></div>`),
  play: async ({ canvas, canvasElement }) => {
    await appear(canvasElement, 'sgs-column', 'table');
    const accent = canvas.getByLabelText<HTMLInputElement>(nameOf('--sgs-accent'));
    await fireEvent.input(accent, { target: { value: '#7aa7d9' } });
    await expect(canvas.getAllByText(/^不足/).length).toBeGreaterThan(0);
    await fireEvent.input(accent, { target: { value: '#0b5345' } });
    await expect(canvas.queryByText(/^不足/)).toBeNull();
    await expect(canvas.getByRole('region', { name: '样式' })).toHaveTextContent('--sgs-accent: #0b5345;');
    await userEvent.click(canvas.getByRole('button', { name: '恢复默认' }));
    await expect(canvas.getByRole('region', { name: '样式' })).toHaveTextContent('--sgs-accent: #0a4a8c;');
  },
};
