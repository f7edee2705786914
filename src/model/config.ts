/** What a site may configure: the `config` attribute's JSON and the `config` property. */
import type { Kind } from './kinds.js';
import type { FieldName } from './fields.js';

export interface SgsConfig {
  /** Their key → our field, for all kinds or per kind: `{"处罚单号": "documentNumber"}` or `{"penalty": {…}}`. */
  readonly mapping?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly request?: {
    /** Seconds without a byte before giving up; default 15. */
    readonly timeout?: number;
    /** Attempts after the first; default 2. */
    readonly retry?: number;
    /** Largest body in bytes; default 256 MB. */
    readonly maxBytes?: number;
  };
  /** Charset of the feed, where the server does not say and detection fails. */
  readonly encoding?: string;
  readonly standard?: '2015' | '2018';
  /** Labels of kinds and fields on screen: `{"blacklist": "失信主体名单", "decidedOn": "决定时间"}`. */
  readonly labels?: Readonly<Partial<Record<Kind | FieldName, string>>>;
  readonly texts?: { readonly notice?: string; readonly remedy?: string };
  readonly privacy?: {
    /** Mask natural persons' names (张某); default true. */
    readonly maskNames?: boolean;
    /** Show 法定代表人; default true. */
    readonly legalRepresentative?: boolean;
    /** Redact IDs, phones, cards and addresses in free text; default true. */
    readonly redactText?: boolean;
  };
}
