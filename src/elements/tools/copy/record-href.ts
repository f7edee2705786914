import type { ToolHost } from '../tool.js';

/** Where the open record is found; undefined where none is open or the page's address is left alone. */
export function recordHref({ state, context }: ToolHost): string | undefined {
  const opened = state.snapshot?.opened;
  return opened ? context.href({ type: 'open', id: opened.id }) : undefined;
}
