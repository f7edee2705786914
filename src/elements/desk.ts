/** What the tools (sgs.tools.js) know of the element they serve: they are loaded when a person asks for one. */
import type { SgsRecord } from '../model/record.js';
import type { StoreController } from './store-controller.js';
import type { View } from './views/view.js';

/** A tool that unfolds in the element. */
export type Tool = 'export' | 'glance';

export interface Desk extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<unknown>;
  readonly state: StoreController;
  readonly context: View;
  /** What a list offers to take away: `csv xlsx print`. */
  readonly exports?: string;
  /** All rows of the result, while they are printed. */
  printing?: readonly SgsRecord[] | undefined;
  /** Ends the reading aloud that is under way. */
  speaking?: (() => void) | undefined;
}
