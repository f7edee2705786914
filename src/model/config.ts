/** What a site may configure: the `config` attribute's JSON and the `config` property. */
import type { Kind } from './kinds.js';
import type { FieldName } from './fields.js';
import type { WithheldReason } from './outcome.js';
import type { PresetName } from './presets.js';

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
    /** How the feed is asked for; default GET. */
    readonly method?: 'GET' | 'POST';
    /** How the parameters of a POST are written; default `form`. */
    readonly body?: 'form' | 'json';
    /** Parameters sent with every request: `{"type": "xzxk"}`. */
    readonly query?: Readonly<Record<string, string>>;
    /** Name of the parameter that asks for a page, of a feed that comes in pages: all of them are read, one after the other. */
    readonly page?: string;
    /** Name of the parameter that says how many records a page holds. */
    readonly size?: string;
    /** Records on a page; default 100. */
    readonly pageSize?: number;
    /** Number of the first page; default 1, or 0 where `page` counts records. */
    readonly first?: number;
    /** `page` counts records, not pages (`start=0&limit=100`). */
    readonly offset?: boolean;
    /** Name of the parameter that searches: then the portal is asked for one page of each search, and not for everything. */
    readonly keyword?: string;
    /** Names of the parameters that filter a portal that is searched: `{"kind": "type", "from": "startDate"}`; of a search engine, of its fields. */
    readonly filters?: Readonly<Partial<Record<'kind' | 'category' | 'department' | 'year' | 'from' | 'to', string>>>;
    /** Name of the parameter that sorts: `-decidedOn` is asked for, the latest first. */
    readonly sort?: string;
    /** Name of the parameter that asks for one record by our id: links to single records then open wherever they stand. */
    readonly id?: string;
    /** What the portal calls our fields where it is asked to sort by them (`{"decidedOn": "XK_JDRQ"}`), and `id`: a field with our ids. */
    readonly fields?: Readonly<Record<string, string>>;
    /** What the portal calls the kinds: `{"license": "xzxk"}`. */
    readonly kinds?: Readonly<Partial<Record<Kind, string>>>;
    /** Ready settings of a well-known kind of portal; what is set beside it counts. */
    readonly preset?: PresetName;
  };
  /** Where things stand in the answer, as keys with points (`data.list`); found by what they look like unless given. */
  readonly response?: {
    readonly records?: string;
    /** Of how many records the answer is a page. */
    readonly total?: string;
  };
  /** Charset of the feed, where the server does not say and detection fails. */
  readonly encoding?: string;
  readonly standard?: '2015' | '2018';
  /** Labels of kinds and fields on screen: `{"blacklist": "失信主体名单", "decidedOn": "决定时间"}`. */
  readonly labels?: Readonly<Partial<Record<Kind | FieldName, string>>>;
  readonly texts?: {
    readonly notice?: string;
    readonly remedy?: string;
    /** The duty to publish, below the numbers at a glance; a sentence about the 7 working days unless given. */
    readonly duty?: string;
    /** Whom to ask about a record: shown below each detail. */
    readonly contact?: string;
    /** Addresses (http, https) where an objection or a credit repair can be applied for. */
    readonly objection?: string;
    readonly repair?: string;
  };
  /** Rules of the gate that the site switches off, each `false`; all are on by default. */
  readonly gate?: Readonly<Partial<Record<WithheldReason, boolean>>>;
  readonly privacy?: {
    /** Mask natural persons' names (张某); default true. */
    readonly maskNames?: boolean;
    /** Show 法定代表人; default true. */
    readonly legalRepresentative?: boolean;
    /** Redact IDs, phones, cards and addresses in free text; default true. */
    readonly redactText?: boolean;
  };
}

export type PlainObject = Readonly<Record<string, unknown>>;

export const isPlainObject = (value: unknown): value is PlainObject => typeof value === 'object' && value !== null && !Array.isArray(value);
