/** Decisions that may not be public any more: repaired, ended, or withheld by the row that corrects them. */
import type { Built } from '../feed/record.js';
import { buildRecord } from '../feed/record.js';
import { firstText } from '../feed/mapped-row.js';
import type { MappedRow } from '../feed/mapping.js';
import type { SgsConfig } from '../model/config.js';
import { GATE_SWITCHES, type WithheldReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import { normalizeText } from '../query/normalize.js';
import { speaksOfEnd } from '../rules/end-words.js';

export { speaksOfEnd } from '../rules/end-words.js';

/** What is known of such a decision; what is missing makes no difference. Cleaned like a record: it may be named to people. */
export interface EndedDecision {
  readonly kind?: SgsRecord['kind'];
  readonly id?: string;
  readonly documentNumber?: string;
  readonly subjectName?: string;
  readonly authority?: string;
  readonly reason: WithheldReason;
}

/** A decision that somebody says has been repaired (国办发〔2025〕22号): by its number or id. */
export const repairedDecision = (number: string): EndedDecision =>
  ({ id: number.trim(), documentNumber: number.trim(), reason: 'repaired' });

/** A notice of revocation that is none: “已撤销 … 已完成信用修复” is a false statement. */
export const isFalseNotice = ({ status, revokeReason }: SgsRecord): boolean => status === 'revoked' && speaksOfEnd(revokeReason);

/** Everything passes, to learn what the gate withholds. Nothing of it is written. */
export const OPEN_GATE = Object.fromEntries(GATE_SWITCHES.map((name) => [name, false])) as NonNullable<SgsConfig['gate']>;

/**
 * Reasons for which a row takes the published record of its decision away. A revoked decision leaves a notice, which needs its
 * reason; a date in the future is rather a mistake of the row.
 */
const TAKES_AWAY: ReadonlySet<WithheldReason> = new Set<WithheldReason>(
  ['internal', 'restricted', 'minor', 'expired', 'repaired', 'slight', 'unclear'],
);

/**
 * The decision of a row that was withheld, cleaned as if it were shown, so that the published record of it is found by the same
 * masked name. undefined: of rows that were not withheld, or that take nothing away.
 */
export function endedBy(row: MappedRow, built: Built, config: SgsConfig, today: string): EndedDecision | undefined {
  if (!('withheld' in built) || !built.withheld) return undefined;
  // What is called revoked because it was repaired is repaired.
  const reason = built.withheld === 'revoked' && speaksOfEnd(firstText(row, 'revokeReason')) ? 'repaired' : built.withheld;
  if (!TAKES_AWAY.has(reason)) return undefined;
  // What is unclear can't be let through by a switch: the row is read without its gate columns.
  const context = { today, standard: config.standard ?? null, certain: true, config: { ...config, gate: OPEN_GATE } };
  const open = buildRecord({ ...row, gates: [] }, context);
  if (!('record' in open) || !open.record) return undefined;
  const { kind, id, documentNumber, subjectName, authority } = open.record;
  return {
    kind, id, reason,
    ...(documentNumber && { documentNumber }), ...(subjectName && { subjectName }), ...(authority && { authority }),
  };
}

const agrees = (a: string | undefined, b: string | undefined): boolean => !a || !b || normalizeText(a) === normalizeText(b);

const isSame = (ended: EndedDecision, record: SgsRecord): boolean =>
  agrees(ended.kind, record.kind) && agrees(ended.subjectName, record.subjectName) && agrees(ended.authority, record.authority);

/** Finds the decision among those ended that a record is of; a number may be typed in any width and with any brackets. */
export function createEndedFinder(all: readonly EndedDecision[]): (record: SgsRecord) => EndedDecision | undefined {
  const byId = new Map<string, EndedDecision>();
  const byNumber = new Map<string, EndedDecision[]>();
  for (const ended of all) {
    if (ended.id) byId.set(ended.id, ended);
    if (!ended.documentNumber) continue;
    const number = normalizeText(ended.documentNumber);
    const known = byNumber.get(number);
    if (known) known.push(ended);
    else byNumber.set(number, [ended]);
  }
  return (record) => byId.get(record.id)
    ?? (record.documentNumber ? byNumber.get(normalizeText(record.documentNumber))?.find((ended) => isSame(ended, record)) : undefined);
}

/** Numbers that stand in a list somebody typed, in lines or between commas. */
export const numbersIn = (text: string): readonly string[] =>
  [...new Set(text.split(/[\n\r、，,；;]+/).map((one) => one.trim()).filter(Boolean))];
