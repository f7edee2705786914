/** What somebody who was punished has to know of a penalty: until when it is public, and what can be done about it by when. */
import type { Messages } from '../../locale/messages.js';
import { APPEALS } from '../../model/appeals.js';
import { isLongTerm, type SgsRecord } from '../../model/record.js';
import { today } from '../today.js';

/** Days are given as the language writes them. */
export interface CitizenWords {
  readonly stillPublic: (day: string, days: number) => string;
  readonly repairable: (day: string) => string;
  readonly appeal: (days: number, months: number) => string;
}

const DAY = 86_400_000;

/** Lines with their source; none says what the record does not. */
export function citizenLines(
  { date }: Messages, words: CitizenWords, { kind, status, publicUntil, repairFrom }: SgsRecord,
): readonly string[] {
  if (kind !== 'penalty' || status === 'revoked') return [];
  const days = publicUntil && !isLongTerm(publicUntil) ? (Date.parse(publicUntil) - Date.parse(today())) / DAY : -1;
  return [
    ...(publicUntil && days >= 0 ? [words.stillPublic(date(publicUntil), days)] : []),
    ...(repairFrom ? [words.repairable(date(repairFrom))] : []),
    words.appeal(APPEALS.reconsiderationDays, APPEALS.lawsuitMonths),
  ];
}
