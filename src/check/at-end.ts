/** What of an entry only the end of a feed tells: what its standard asks for, and whether the 目录 has the item that it names. */
import type { FieldName } from '../model/fields.js';
import type { Standard } from '../rules/status.js';
import type { Catalog } from './catalog.js';
import { FINDINGS, type Finding, type FindingCode } from './finding.js';

export interface Gaps {
  readonly required: number;
  /** The first of each list of fields of which none is filled. */
  readonly missing: readonly FieldName[];
}

/** Standards that a feed may turn out to follow; undefined: neither. */
export const STANDARDS: readonly (Standard | undefined)[] = ['2018', '2015', undefined];

export interface OpenEntry {
  /** Under each standard that the feed may turn out to follow. */
  readonly gaps: ReadonlyMap<Standard | undefined, Gaps>;
  /** Of the item that it names; '' where it names none. */
  readonly code: string;
  readonly authority: string;
}

/** @param row the entry's number */
export function closeEntry(
  { gaps, code, authority }: OpenEntry, standard: Standard | undefined, catalog: Catalog, row: number,
): { readonly findings: readonly Finding[]; readonly required: number; readonly filled: number } {
  const { required, missing: all } = (gaps.get(standard) ?? [...gaps.values()].slice(-1)[0]) as Gaps;
  const item = code ? catalog.itemOf(code, authority) : undefined;
  // A record that names an item takes the basis it lacks from it.
  const missing = item?.basis ? all.filter((field) => field !== 'basis') : all;
  const made = (finding: FindingCode, field: FieldName): Finding => ({ code: finding, severity: FINDINGS[finding].severity, row, field });
  return {
    findings: [
      ...missing.map((field) => made('missing-field', field)),
      // Without any 目录 nobody can tell.
      ...(code && !item && catalog.size() ? [made('catalog-code-unknown', 'catalogCode')] : []),
    ],
    required,
    filled: required - missing.length,
  };
}
