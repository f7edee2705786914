/** What somebody who was punished has to know of a penalty: until when it is public, and what can be done about it by when. */
import { html } from '../html.js';
import { APPEALS } from '../../model/appeals.js';
import { isLongTerm, type SgsRecord } from '../../model/record.js';
import { today } from '../today.js';
import type { View } from './view.js';

const DAY = 86_400_000;

/** Lines with their source; none says what the record does not. */
export const citizen = ({ words }: View, { kind, status, publicUntil, repairFrom }: SgsRecord): unknown => {
  if (kind !== 'penalty' || status === 'revoked') return undefined;
  const days = publicUntil && !isLongTerm(publicUntil) ? (Date.parse(publicUntil) - Date.parse(today())) / DAY : -1;
  const lines = [
    ...(publicUntil && days >= 0 ? [words.stillPublic(publicUntil, days)] : []),
    ...(repairFrom ? [words.repairable(repairFrom)] : []),
    words.appeal(APPEALS.reconsiderationDays, APPEALS.lawsuitMonths),
  ];
  return html`<ul class="muted" part="help">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
};
