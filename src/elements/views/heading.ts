import type { TemplateResult } from 'lit';
import { html } from '../html.js';

type Heading = (text: unknown, id: string, part: string, classes: string) => TemplateResult;

/** Real headings, since a role with a level is lost on some readers; focusable, so that opening a record lands on one. */
const LEVELS: readonly Heading[] = [
  (text, id, part, classes) => html`<h2 id=${id} class=${classes} part=${part} tabindex="-1">${text}</h2>`,
  (text, id, part, classes) => html`<h3 id=${id} class=${classes} part=${part} tabindex="-1">${text}</h3>`,
  (text, id, part, classes) => html`<h4 id=${id} class=${classes} part=${part} tabindex="-1">${text}</h4>`,
  (text, id, part, classes) => html`<h5 id=${id} class=${classes} part=${part} tabindex="-1">${text}</h5>`,
  (text, id, part, classes) => html`<h6 id=${id} class=${classes} part=${part} tabindex="-1">${text}</h6>`,
];

/** A heading of level 2–6; other levels become the nearest of these. */
export const heading = (level: number, text: unknown, id: string, part = 'heading', classes = 'title'): TemplateResult | undefined =>
  LEVELS[Math.min(Math.max(Math.trunc(level) || 2, 2), 6) - 2]?.(text, id, part, classes);
