/** What the tools (sgs.tools.js) get of the element they serve: they are loaded when a person asks for one. */
import type { SgsRecord } from '../model/record.js';
import type { ListSnapshot, ListStore } from '../state/list.js';
import type { View } from './views/view.js';

/** A tool that unfolds in the element. */
export type Tool = 'export' | 'glance';

export interface Desk {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly view: View;
  readonly store: ListStore;
  readonly snapshot: ListSnapshot;
  /** What the list offers to take away: `csv xlsx print`. */
  readonly exports: readonly string[];
  /** Puts all rows of the result on the page, or takes them back. */
  readonly unroll: (rows: readonly SgsRecord[] | undefined) => Promise<unknown>;
}
