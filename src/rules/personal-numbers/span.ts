/** What the detector finds. */

export type PersonalNumberKind = 'resident-id' | 'phone' | 'bank' | 'passport' | 'mail' | 'messenger' | 'plate' | 'address' | 'birth'
  | 'hidden';

/** A piece of a text that must not be shown; `end` is exclusive, both are UTF-16 offsets of the original. */
export interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalNumberKind;
}

/** Spans in order, those that touch or overlap made one. */
export const mergeSpans = (spans: readonly PersonalSpan[]): PersonalSpan[] => {
  const merged: PersonalSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last && span.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
};
