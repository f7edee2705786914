/** Colours as a browser computes them, and their contrast (WCAG 2.2, relative luminance). */
import { base } from '../../src/styles/base.js';
import { detail } from '../../src/styles/detail.js';
import { list } from '../../src/styles/list.js';
import { search } from '../../src/styles/search.js';
import { tokens } from '../../src/styles/tokens.js';

export type Rgb = readonly [number, number, number];

/** `--sgs-accent` → the private property that holds the theme's default of it, as the style sheets pair them. */
export const defaults: ReadonlyMap<string, string> = new Map(
  [...[tokens, base, list, detail, search].map(String).join('\n').matchAll(/var\((--sgs-[\w-]+), var\((--_[\w-]+)\)\)/g)].map(([, name = '', own = '']) => [name, own] as const),
);

/** The colour of a private property in a theme. @param element stands in the page, with its theme and scheme */
export function colourOf(element: HTMLElement, property: string): Rgb {
  const probe = document.createElement('span');
  // In the shadow root, because what is not rendered has no style; a real property resolves light-dark().
  probe.style.color = `var(${property})`;
  element.shadowRoot?.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

const luminance = (colour: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

export const hex = (colour: Rgb): string => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
