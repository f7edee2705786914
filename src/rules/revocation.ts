/** What stays public of a decision that was revoked: which decision, whose, by whom, when and why (行政处罚法 art. 48). */
import type { FieldName } from '../model/fields.js';
import type { Kind } from '../model/kinds.js';
import { speaksOfEnd } from './end-words.js';

const KEPT: readonly FieldName[] = ['documentNumber', 'subjectName', 'authority', 'authorityCode', 'decidedOn', 'revokedOn',
  'revokeReason', 'office'];

/**
 * Fields of the notice that a revoked decision leaves; undefined where the feed gives no reason in a column of its own: a remark
 * is the office's, and no column of the department's comes along.
 */
export function revocationNotice<V extends { readonly [K in FieldName]?: unknown }>(kind: Kind, values: V): Partial<V> | undefined {
  // “已撤销 … 已完成信用修复” would be a false statement.
  if (!values.revokeReason || (typeof values.revokeReason === 'string' && speaksOfEnd(values.revokeReason))) return undefined;
  const kept: { [K in FieldName]?: unknown } = {};
  // The name of a licence accuses nobody; the name of a case does.
  for (const field of kind === 'license' ? [...KEPT, 'projectName' as const] : KEPT) {
    if (values[field] !== undefined) kept[field] = values[field];
  }
  return kept as Partial<V>;
}
