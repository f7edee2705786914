/** The page of a guide. */
import { html, type TemplateResult } from 'lit';
import type { Step, StepTable } from './steps.js';
import './page.css';

export const page = (title: string, lead: string, content: unknown): TemplateResult => html`<main class="guide" lang="zh-CN"><h1>${title}</h1><p class="lead">${lead}</p>${content}</main>`;

export const section = (title: string, content: unknown): TemplateResult => html`<section><h2>${title}</h2>${content}</section>`;

/** @param caption names the table for who can't see where it stands */
export const grid = (caption: string, heads: readonly string[], rows: readonly (readonly unknown[])[]): TemplateResult => html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}><table>
  <caption>${caption}</caption>
  <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
  <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;

/** What to paste. */
export const code = (name: string, text: string): TemplateResult => html`<pre tabindex="0" role="group" aria-label=${name}><code>${text}</code></pre>`;

/** Made by scripts/guide-pictures.mjs. @param what it shows, for who can't see it */
export const picture = (name: string, what: string): TemplateResult => html`<img class="shot" src="pictures/${name}.png" alt=${what}>`;

/** A name that must not break. */
export const mono = (text: string): TemplateResult => html`<code>${text}</code>`;

/** A sentence with `code` in backticks. */
export const inline = (text: string): readonly unknown[] => text.split('`').map((part, at) => (at % 2 ? mono(part) : part));

/** One step of a guide. @param tables what it may show of the code's own words */
export const step = (tables: Readonly<Partial<Record<StepTable, TemplateResult>>> = {}) => ({ zh: { title, parts } }: Step): TemplateResult =>
  section(title, parts.map((part) => {
    if (typeof part === 'string') return html`<p>${inline(part)}</p>`;
    if ('code' in part) return code(title, part.code);
    return 'picture' in part ? picture(part.picture, part.shows) : tables[part.table];
  }));

/** Names without words, and words without a name. */
export function unmatched(names: readonly string[], words: Readonly<Record<string, string>>): readonly string[] {
  return [...names.filter((name) => !(name in words)), ...Object.keys(words).filter((name) => !names.includes(name))];
}

