/** Attributes, which are text a webmaster typed, as settings. What makes no sense is left out, never an error. */
import { isKind, KIND_DEFS, type Kind } from '../model/kinds.js';
import type { FieldName } from '../model/fields.js';
import { SORT_FIELDS, type SortField } from '../query/query.js';
import { safeUrl } from './views/view.js';

export const isSortable = (field: string): field is SortField => (SORT_FIELDS as readonly string[]).includes(field);

export const words = (text: string | null | undefined): string[] => (text ?? '').split(/[\s,，、]+/u).filter(Boolean);

/** Absolute addresses of the feeds; what is no http(s) address stays as it stands, and the store says what is wrong with it. */
export const feedsOf = (text: string | null | undefined): string[] =>
  (text ?? '').split(/\s+/u).filter(Boolean).map((url) => safeUrl(url) ?? url);

const DEFAULT_KINDS: readonly Kind[] = ['license', 'penalty'];

export function kindsOf(text: string | null | undefined): readonly Kind[] {
  const kinds = [...new Set(words(text).filter(isKind))];
  return kinds.length ? kinds : DEFAULT_KINDS;
}

export function sortOf(text: string | null | undefined): { sort: SortField; descending: boolean } {
  const [, minus, field = ''] = /^\s*(-?)(\S*)/.exec(text ?? '') ?? [];
  return isSortable(field) ? { sort: field, descending: minus === '-' } : { sort: 'decidedOn', descending: true };
}

/** Columns of the list: those asked for that the kind knows, else its default ones. */
export function columnsOf(text: string | null | undefined, kind: Kind): readonly FieldName[] {
  const { columns, details } = KIND_DEFS[kind];
  const asked = words(text).filter((name): name is FieldName => name === 'title' || details.includes(name as FieldName));
  return asked.length ? asked : columns;
}

export const sizeOf = (size: number): number => (Number.isFinite(size) && size >= 1 ? Math.min(Math.trunc(size), 200) : 10);

/** An attribute taken away and a property set to nothing are the same as one never given. */
export const trim = (text: string | null | undefined, otherwise = ''): string => text?.trim() ?? otherwise;
