import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { importOptional } from '../../model/import-optional.js';
import type { findRanges } from '../../query/ranges.js';

/** The folded parts of a text that answer a search. */
export type Terms = (text: string) => readonly string[];

/** Finds where they stand; there from the first search on. */
let find: typeof findRanges | undefined;

/** To be called when something is searched for: marks come as soon as they can be found. */
export function loadHighlighter(host: Pick<ReactiveControllerHost, 'requestUpdate'>): void {
  if (!find) void importOptional(() => import('../../query/ranges.js')).then((module) => {
    find = module?.findRanges;
    if (find) host.requestUpdate();
  });
}

/** Marks where the parts occur. */
export function highlight(text: string, terms?: Terms): string | (string | TemplateResult)[] {
  const folded = terms?.(text) ?? [];
  const ranges = find && folded.length ? find(text, folded) : [];
  if (!ranges.length) return text;
  let end = 0;
  const parts = ranges.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, html`<mark part="mark">${text.slice(from, to)}</mark>`];
  });
  return [...parts, text.slice(end)];
}
