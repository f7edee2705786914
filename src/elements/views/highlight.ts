import { html, type TemplateResult } from 'lit';
import { findRanges } from '../../query/fold.js';

/** The folded parts of a text that answer a search. */
export type Terms = (text: string) => readonly string[];

/** Marks where they occur. */
export function highlight(text: string, terms?: Terms): string | (string | TemplateResult)[] {
  const folded = terms?.(text) || [];
  const ranges = folded.length ? findRanges(text, folded) : [];
  if (!ranges.length) return text;
  let end = 0;
  const parts = ranges.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, html`<mark part="mark">${text.slice(from, to)}</mark>`];
  });
  return [...parts, text.slice(end)];
}
