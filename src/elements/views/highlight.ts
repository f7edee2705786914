import { html, type TemplateResult } from 'lit';
import { findRanges } from '../../query/fold.js';

/** Marks where folded terms occur. */
export function highlight(text: string, terms: readonly string[]): string | (string | TemplateResult)[] {
  const ranges = terms.length ? findRanges(text, terms) : [];
  if (!ranges.length) return text;
  let end = 0;
  const parts = ranges.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, html`<mark part="mark">${text.slice(from, to)}</mark>`];
  });
  return [...parts, text.slice(end)];
}
