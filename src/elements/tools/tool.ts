/**
 * A tool is what a person may do with records beside reading them: a button, and what it does. Each is a folder:
 * `tool.ts` says where its button stands and what it is called, `words.ts` what else it says, a third file what it does.
 * The first is there at once, the others (sgs.tools.js) when a person asks for a tool.
 */
import type { SgsRecord } from '../../model/record.js';
import type { StoreController } from '../store-controller.js';
import type { View } from '../views/view.js';
import type { Translations } from './tool-words.js';

/** Beside the line that says which records are shown; beside the heading of a column; above a record. */
export type ToolPlace = 'bar' | 'header' | 'record';

/** What its button is called; where it can be stopped, also while it is at work. */
export interface ToolLabels {
  readonly label: string;
  readonly stop?: string;
}

export interface Tool {
  /** Also the id of its panel, and what a locale calls its words by. */
  readonly name: string;
  readonly places: readonly ToolPlace[];
  readonly labels: Translations<ToolLabels>;
  /** Whether the button opens a panel; otherwise it acts at once. */
  readonly hasPanel?: boolean;
  /** Whether the element offers it there; it does unless this says otherwise. */
  readonly isOffered?: (host: ToolHost, place: ToolPlace) => boolean;
  readonly isRunning?: (host: ToolHost) => boolean;
  /** What happens instead where the tools can't be loaded. */
  readonly fallback?: () => void;
}

/** What a tool knows of the element it serves. */
export interface ToolHost extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<unknown>;
  readonly state: StoreController;
  readonly context: View;
  /** What a list offers to take away: `csv xlsx print`. */
  readonly exports?: string;
  /** Name of the tool whose panel is open. */
  openPanel?: string | undefined;
  /** All rows of the result, while they are printed. */
  printing?: readonly SgsRecord[] | undefined;
  /** Ends the reading aloud that is under way. */
  speaking?: (() => void) | undefined;
}
