/** What the detector finds. */

export type PersonalNumberKind = 'resident-id' | 'phone' | 'bank' | 'passport' | 'mail' | 'messenger' | 'plate' | 'address' | 'birth'
  | 'hidden';

/** What stands where something was taken out. */
export const REDACTED = '[已隐去]';

/** A piece of a text that must not be shown; `end` is exclusive, both are UTF-16 offsets of the original. */
export interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalNumberKind;
}

export type Report = (start: number, end: number, kind: PersonalNumberKind) => void;

/** Of two that begin at one place, the kind of the first of these counts; numbers go before all of them. */
const KINDS: readonly PersonalNumberKind[] = ['mail', 'messenger', 'passport', 'plate', 'birth', 'address'];

/** Whether each begins behind the one before it. */
const areInOrder = (spans: readonly PersonalSpan[]): boolean => {
  for (let i = 1; i < spans.length; i++) if ((spans[i] as PersonalSpan).start <= (spans[i - 1] as PersonalSpan).start) return false;
  return true;
};

const byPlace = (a: PersonalSpan, b: PersonalSpan): number => a.start - b.start || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);

/** Spans in order, those that overlap made one. Both lists may be changed. */
export const mergeSpans = (numbers: PersonalSpan[], others: PersonalSpan[]): PersonalSpan[] => {
  if (!areInOrder(numbers)) numbers.sort((a, b) => a.start - b.start);
  if (!areInOrder(others)) others.sort(byPlace);
  const merged: PersonalSpan[] = [];
  let last: PersonalSpan | undefined;
  for (let i = 0, k = 0; i < numbers.length || k < others.length;) {
    const number = numbers[i];
    const other = others[k];
    const isNumber = number !== undefined && (other === undefined || number.start <= other.start);
    const span = (isNumber ? number : other) as PersonalSpan;
    if (isNumber) i++;
    else k++;
    if (last && span.start < last.end) merged[merged.length - 1] = last = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(last = span);
  }
  return merged;
};
