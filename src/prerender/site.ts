/** What the pages are made for: where they will lie, and whose they are. */
import type { Messages } from '../locale/messages.js';
import type { SgsConfig } from '../model/config.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import type { Markup } from './markup.js';

export interface Site {
  /** Absolute address of the folder that the pages will lie in, with its last `/`. */
  readonly base: string;
  /** The feed as the list pages know it; absolute, or relative to `base`. */
  readonly feed: string;
  /** The tags that bring the widget; nothing: the pages stay as they are. */
  readonly script?: Markup | undefined;
  /** SiteName, SiteDomain and SiteIDCode of the national inspection (国办发〔2017〕47号); left out where not given. */
  readonly siteName?: string | undefined;
  readonly siteId?: string | undefined;
  readonly publisher: string;
  /** ISO date; '' where the feed does not say. */
  readonly updated: string;
  readonly notice: string;
  readonly remedy: string;
  readonly pageSize: number;
  readonly config: SgsConfig;
  readonly words: Messages;
  /** Whether there are Atom feeds beside the pages. */
  readonly followed?: boolean | undefined;
}

/** One file, by its path below `base`. */
export interface StaticPage {
  readonly path: string;
  readonly text: string;
}

export const kindLabel = ({ words, config }: Site, kind: Kind): string => config.labels?.[kind] ?? words.kind(kind);

/** Of page 1 `license.html`, of the others `license-2.html`. */
export const listPath = (kind: Kind, page: number): string => `${kind}${page > 1 ? `-${page}` : ''}.html`;

/** The Atom feed of a kind, or of all. */
export const feedPath = (kind?: Kind): string => (kind ? `${kind}.atom.xml` : 'atom.xml');

/** The Atom feed of a company, by its 统一社会信用代码. */
export const companyFeedPath = (code: string): string => `c/${code}.atom.xml`;

/** Ids are made of letters and digits; whatever else comes stays within the folder. */
export const recordPath = ({ id }: SgsRecord): string => `r/${id.replace(/[^\w~-]/g, '_')}.html`;

export const addressOf = ({ base }: Site, path: string): string => new URL(path === 'index.html' ? '' : path, base).href;
