/** What a row's keys can mean. */
import { aliasesOf, aliasKey, type Alias } from '../model/aliases.js';
import type { Kind } from '../model/kinds.js';
import type { MinorKey } from '../rules/minors.js';
import type { GateColumn } from '../rules/standing/columns.js';
import type { Standing } from '../rules/standing/families.js';

/** What a row's key means in a kind. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly alias?: Alias;
  /** The alias was found by the parts of the label: columns whose names are known come before it. */
  readonly byParts: boolean;
  /** What it is called may stand in a list of anything: it makes no record of a row. */
  readonly weak?: true;
  /** Never read on. */
  readonly secret: boolean;
  /** Says something of its record's standing: judged as it comes, and shown only where it is a field of ours, too. */
  readonly gate?: GateColumn;
  /** What the site says that a value of it means. */
  readonly meaningOf?: (value: unknown) => Standing | undefined;
  /** Read for the minors' rule. */
  readonly minor?: MinorKey;
  /** Speaks of a person or of the office's inside: withheld and told. */
  readonly hidden?: 'personal' | 'internal';
  /** What the site says of a column that is no field of ours. */
  readonly settled?: 'ignore' | 'extra';
}

/** What a key with a label means in each kind. */
export type ReadColumn = (key: string, label: string) => Readonly<Record<Kind, Column>>;

const BRACKETED = /^(.*?)[([【〔](.*)/s;

/** The field that a key or label is known to name. */
export const aliasOf = (key: string, kind: Kind): Alias | undefined => {
  const find = (text: string): Alias | undefined => aliasesOf(kind).get(aliasKey(kind, text));
  // 行政相对人代码_N (…): the number means different things in the two standards; only the words in brackets count.
  const [, outside = '', inside = ''] = BRACKETED.exec(key.normalize('NFKC')) ?? [];
  return (find(key) ?? (outside.includes('代码') ? undefined : find(outside))) ?? find(inside);
};

/** What is worked out of each kind once it is asked for: of most kinds nobody asks. To be read by a kind, not enumerated. */
export const byKind = <Value>(make: (kind: Kind) => Value): Readonly<Record<Kind, Value>> =>
  new Proxy({} as Record<Kind, Value>, { get: (made, kind: Kind) => (made[kind] ??= make(kind)) });
