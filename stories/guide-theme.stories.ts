/** For designers: colours, radius and font of one's own, tried on a column, with the contrast they have and the lines to copy. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { storeOf } from '../test/fixtures/elements/stores.js';
import { contrast, type Rgb } from './guide/colours.js';
import { grid, mono, page, section } from './guide/page.js';
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

function builder(place: HTMLElement): void {
  const chosen: Record<string, string> = { ...COLOURS, '--sgs-radius': '4px', '--sgs-padding': '16px' };
  const store = storeOf({ kinds: ['penalty', 'license'], size: 3 });
  const set = (name: string, value: string): void => {
    if (value) chosen[name] = value;
    else Reflect.deleteProperty(chosen, name);
    draw();
  };
  const field = (name: string, type: 'color' | 'text', value: string, label = PROPERTIES[name] ?? name): TemplateResult => html`<p><label>${label}
    <input type=${type} .value=${value} @input=${(event: Event) => set(name, (event.target as HTMLInputElement).value)}></label></p>`;
  const draw = (): void => {
    const lines = Object.entries(chosen).map(([name, value]) => `  ${name}: ${value};`);
    const css = `sgs-column {\n${lines.join('\n')}\n}`;
    render(html`
      ${section('选择', html`${Object.keys(COLOURS).map((name) => field(name, 'color', chosen[name] ?? ''))}
        ${field('--sgs-radius', 'text', chosen['--sgs-radius'] ?? '')}${field('--sgs-padding', 'text', chosen['--sgs-padding'] ?? '')}${field('--sgs-font', 'text', chosen['--sgs-font'] ?? '')}`)}
      ${section('对比度', grid('文字不低于 7:1', ['前景', '底色', '对比度', '是否达到'], PAIRS.map(([front, ground]) => {
        const ratio = contrast(rgb(chosen[front] ?? '#000000'), rgb(chosen[ground] ?? '#ffffff'));
        return [mono(front), mono(ground), `${ratio.toFixed(1)}:1`, ratio >= 7 ? '达到' : '不足，请加深文字或改浅底色'];
      })))}
      ${section('预览', html`<sgs-column heading-level="3" lang="zh-CN" .store=${store}></sgs-column>`)}
      ${section('样式（复制到网页的样式表）', html`<pre tabindex="0" role="region" aria-label="样式" class="css">${css}</pre>`)}`, place);
    const column = place.querySelector<HTMLElement>('sgs-column');
    if (!column) return;
    column.removeAttribute('style');
    for (const [name, value] of Object.entries(chosen)) column.style.setProperty(name, value);
  };
  draw();
}

export const Builder: Story = {
  name: '配色工具',
  render: () => page('配色工具', '选好颜色、圆角和字体，看一看效果和对比度，再复制样式。底色与网页不同时，请设置 --sgs-padding，让文字与边缘有距离。', html`<div class="builder"></div>`),
  play: async ({ canvasElement }) => {
    const place = canvasElement.querySelector<HTMLElement>('.builder');
    if (!place) return;
    builder(place);
    await appear(canvasElement, 'sgs-column', 'table');
    const [accent] = place.querySelectorAll<HTMLInputElement>('input[type=color]');
    if (!accent) return;
    accent.value = '#7aa7d9';
    accent.dispatchEvent(new Event('input'));
    await expect(place.textContent).toContain('不足');
    accent.value = '#0b5345';
    accent.dispatchEvent(new Event('input'));
    await expect(place.textContent).not.toContain('不足');
    await expect(place.querySelector('.css')?.textContent).toContain('--sgs-accent: #0b5345;');
  },
};
