/**
 * Attributes, which are text a webmaster typed, as settings. What makes no sense is left out, never an error; one taken
 * away, or a property set to nothing, is the same as one never given.
 */
import { isKind, KIND_DEFS, type Kind } from '../model/kinds.js';
import { recordFields, type FieldName } from '../model/fields.js';
import { SORT_FIELDS, type SortField } from '../query/query.js';
import { safeUrl } from './views/view.js';

type Text = string | null | undefined;

export const trim = (text: Text, otherwise = ''): string => text?.trim() ?? otherwise;

export const wordsOf = (text: Text): string[] => trim(text).split(/[\s,，、]+/u).filter(Boolean);

/** Absolute addresses of the feeds; what is no http(s) address stays as it stands, and the store says what is wrong with it. */
export const feedsOf = (text: Text): string[] =>
  trim(text).split(/\s+/u).filter(Boolean).map((url) => safeUrl(url) ?? url);

export function kindsOf(text: Text): readonly Kind[] {
  const kinds = [...new Set(wordsOf(text).filter(isKind))];
  return kinds.length ? kinds : ['license', 'penalty'];
}

export const isSortable = (field: string): field is SortField => (SORT_FIELDS as readonly string[]).includes(field);

export function sortOf(text: Text): { sort: SortField; descending: boolean } {
  const field = trim(text).replace(/^-/, '');
  return isSortable(field) ? { sort: field, descending: field !== trim(text) } : { sort: 'decidedOn', descending: true };
}

/** Columns of the list: those asked for that the kind knows, else its default ones. */
export function columnsOf(text: Text, kind: Kind): readonly FieldName[] {
  const fields = recordFields(kind);
  const asked = wordsOf(text).filter((name): name is FieldName => name === 'title' || fields.includes(name as FieldName));
  return asked.length ? asked : KIND_DEFS[kind].columns;
}

export const sizeOf = (size: number): number => (size >= 1 ? Math.min(Math.trunc(size), 200) : 10);
