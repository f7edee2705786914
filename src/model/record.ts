/** The canonical record: what the rest of the house sees after the feed room has cleaned it. */
import type { Kind } from './kinds.js';
import type { TextField, DateField, AmountField } from './fields.js';

/** How the decision stands. `disputed` (异议) and `other` are shown with their word; `revoked` shows the reason only. */
export type Status = 'valid' | 'revoked' | 'disputed' | 'other';

/** A column the department added: its own label and its redacted value. */
export interface ExtraField {
  readonly label: string;
  readonly value: string;
}

/**
 * One clean record. Dates are ISO `YYYY-MM-DD` in Chinese time, `2099-12-31` and later mean 长期.
 * Amounts are in 万元 (ten thousand yuan), at most six decimals (2018 standard, `CF_NR_FK`).
 * No value here may hold an ID number, a phone number, a bank card or an unmasked natural person's name:
 * what enters this type is rendered, searched and exported.
 */
export type SgsRecord = {
  /** Stable within its feed: made of kind, document number, subject and date where the feed has no usable id. */
  readonly id: string;
  readonly kind: Kind;
  /** The text that names the record in a list and opens it. */
  readonly title: string;
  readonly category: readonly string[];
  readonly status: Status;
  readonly extra: readonly ExtraField[];
  /** ISO: the earliest day on which repair may be asked for, where the row states a grade (令36号); never written into a feed. */
  readonly repairableFrom?: string;
  /** The publisher's name where several feeds are read as one. */
  readonly feedName?: string;
} & { readonly [K in TextField | DateField]?: string } & { readonly [K in AmountField]?: number };

/** 长期: the official far date of 有效期至 and 处罚有效期 (domain §1.6, trap 9). */
export const isLongTerm = (date: string): boolean => date >= '2099-12-31';
