/** A mapped row → a clean record, or the reason why there is none: normalize → gate → privacy, in this order. */
import type { FieldName, GateField } from '../model/fields.js';
import { KIND_DEFS } from '../model/kinds.js';
import type { Notice, RejectedReason, WithheldReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import type { SgsConfig } from '../model/config.js';
import { endOfPublicity, saysUnfulfilled, slightPenalty, type LabelledText, type PublicityEnd } from '../rules/end-of-publicity.js';
import { withholdingReason } from '../rules/gate.js';
import { isMinor } from '../rules/minors.js';
import { isPerson as isPersonBy } from '../rules/persons/subject.js';
import { repairableFrom } from '../rules/repair.js';
import { revocationNotice } from '../rules/revocation.js';
import { standingOfRow, type RowStanding } from '../rules/standing/row.js';
import type { Standard } from '../rules/status.js';
import { parseAmount } from './amounts.js';
import { cleanRecord } from './clean.js';
import { readValues, stringOf, type Values } from './read-values.js';
import { parseDate, endOfPeriod } from './dates.js';
import { dateIn } from './date-in.js';
import { columnOf, firstDate, firstText, isPerson } from './mapped-row.js';
import type { Cell, MappedRow } from './mapping.js';
import { cleanText } from './text.js';
import { gatesUnshown, unshownIn } from './unshown.js';

export interface BuildContext {
  readonly today: string;
  /** `undefined`: not known yet; `null`: can't be told, and no code is judged that depends on it. */
  readonly standard: Standard | null | undefined;
  /** False while later rows may still show that the standard can't be told. */
  readonly certain: boolean;
  readonly config: SgsConfig;
}

export type Built =
  | {
      readonly record: SgsRecord;
      /** What has to be said of a record that is shown for another reason than itself. */
      readonly withheld?: WithheldReason;
      readonly notices: readonly Notice[];
    }
  | { readonly withheld: WithheldReason; readonly record?: undefined; readonly notices: readonly Notice[] }
  | { readonly rejected: RejectedReason }
  /** Its status code means different things, and the standard is not known yet. */
  | { readonly undecided: true };

/** What the row says of its standing; undefined while that depends on a standard that is not certain. */
const standingIn = (row: MappedRow, decidedOn: string | undefined, context: BuildContext): RowStanding | undefined => {
  const { today, standard, certain } = context;
  const nested = gatesUnshown(row);
  const gates = nested.length ? [...row.gates, ...nested] : row.gates;
  const judge = (by: Standard | null | undefined): RowStanding =>
    standingOfRow(gates, { today, standard: by, decidedOn, parseDate, endOfPeriod });
  const standing = judge(standard);
  if (standing.undecided) return undefined;
  // What counts as valid is shown at once; anything else waits for what later rows say of the standard.
  const isValid = !standing.unclear && (standing.status ?? 'valid') === 'valid';
  return certain || isValid || standard === undefined || !judge(undefined).undecided ? standing : undefined;
};

const textsOf = (cells: readonly Cell[] = []): LabelledText[] => cells.map(({ key, value }) => ({ label: key, text: cleanText(value) }))
  .filter(({ text }) => text);

/** When its publicity ends; the legal maximum is a penalty's. */
const endIn = (row: MappedRow, values: Values, standing: RowStanding, { today, config }: BuildContext): PublicityEnd => {
  const { publicUntil, endColumn } = standing;
  if (row.kind !== 'penalty') return { ...(publicUntil && { publicUntil }), slight: false, notices: [] };
  const own = textsOf(row.extra);
  const end = endOfPublicity({
    today, decidedOn: stringOf(values.decidedOn) || undefined, statedEnd: publicUntil, endColumn,
    grades: textsOf(row.cells.get('grade')), unfulfilled: own.some(saysUnfulfilled),
  }, config.gate);
  const slight = slightPenalty((values.category ?? []) as readonly string[], own.find(({ label }) => label.includes('程序')));
  return slight ? { ...end, notices: [...end.notices, slight] } : end;
};

/** A grade goes before what our own tools have made of one. */
const repairIn = (row: MappedRow, decidedOn: string | undefined, today: string): string | undefined => {
  if (row.kind !== 'penalty') return undefined;
  const grades = textsOf(row.cells.get('grade'));
  return grades.length ? repairableFrom(decidedOn, grades, today) : firstDate(row, 'repairFrom');
};

/** Codes that a natural person's number may stand in. */
export const CODES: readonly FieldName[] = ['creditCode', 'taxNumber', 'registrationNumber', 'organizationCode', 'institutionNumber',
  'socialOrgNumber'];

const YEAR = /^\s*((?:19|20)\d{2})(?:[年.\-/](\d{1,2}))?/;

/** 出生日期; of a year or a month alone as much as there is. */
const birthIn = (value: unknown): string | undefined => {
  const date = dateIn(value);
  if (date) return date;
  const [, year, month] = YEAR.exec(String(value).normalize('NFKC')) ?? [];
  return year && (month ? `${year}-${month.padStart(2, '0')}` : year);
};

const ofMinor = (row: MappedRow, values: Values, today: string): boolean => {
  const cellsOf = (fields: readonly FieldName[]): string[] => fields.flatMap((field) =>
    (row.cells.get(field) ?? []).map(({ value }) => cleanText(value)));
  const texts = [...row.cells.values(), row.extra].flatMap((cells) => cells.map(({ value }) => (typeof value === 'string' ? value : '')));
  const unshown = unshownIn(row);
  const name = stringOf(values.subjectName);
  return unshown.isMinor || isMinor({
    person: true, decidedOn: stringOf(values.decidedOn) || today,
    ids: [...row.subjectIds, ...unshown.ids, ...cellsOf(CODES), name], bornOn: unshown.births.map(birthIn).find(Boolean),
    age: unshown.ages.map((age) => cleanText(age)).find(Boolean), texts, name,
  });
};

/** Where the rule that speaks is switched off, nothing has been withheld by it. */
const settle = (notices: readonly Notice[], withheld: WithheldReason | undefined): readonly Notice[] => (withheld ? notices
  : notices.map((notice) => (notice.what === 'withheld' ? { ...notice, what: 'shown' } : notice)));

/** The field that a reason is read from, where the standing of the row does not tell of it. */
const READ_FROM: Readonly<Partial<Record<WithheldReason, FieldName | GateField>>> = {
  expired: 'decidedOn', future: 'decidedOn', minor: 'subjectName', slight: 'grade',
};

const reasonNotice = (row: MappedRow, reason: WithheldReason | undefined, { endColumn }: RowStanding): readonly Notice[] => {
  const field = reason && READ_FROM[reason];
  if (!field) return [];
  return [{ column: (reason === 'expired' && endColumn) || columnOf(row, field), rule: reason, what: 'withheld' }];
};

const ORGANISATION = '法人及非法人组织';

/** An organisation that is called like a person stays one without its other columns, whoever reads the notice again. */
const withType = (notice: Values, values: Values): Values => {
  const name = stringOf(notice.subjectName);
  const isTaken = (type: string): boolean => isPersonBy({ name, type, creditCode: '', ids: [] });
  const type = stringOf(values.subjectType);
  return isTaken('') ? { ...notice, subjectType: isTaken(type) ? ORGANISATION : type } : notice;
};

/** Reads a row as a record. The order is the law's: what the gate withholds is never cleaned for showing. */
export const buildRecord = (row: MappedRow, context: BuildContext): Built => {
  const { kind } = row;
  const { config, today } = context;
  const def = KIND_DEFS[kind];
  const spoilt: Notice[] = [];
  const values = readValues(row, spoilt, parseAmount);
  if (!def.needsOneOf.some((field) => firstText(row, field))) return { rejected: 'no-name-and-number' };
  if (values === null) return { rejected: 'bad-date' };
  if (def.needs && values[def.needs] === undefined) return { rejected: 'no-basis' };

  const decidedOn = stringOf(values.decidedOn) || undefined;
  const standing = standingIn(row, decidedOn, context);
  if (!standing) return { undecided: true };
  const end = endIn(row, values, standing, context);
  if (end.publicUntil) values.publicUntil = end.publicUntil;
  const person = isPerson(row);
  const { scope, status, repaired, unclear } = standing;
  const withheld = withholdingReason({
    today, scope, status, decidedOn, publicUntil: end.publicUntil, repaired, unclear, slight: end.slight,
    minor: person && ofMinor(row, values, today),
  }, config.gate);
  const told = [...settle([...standing.notices, ...end.notices], withheld), ...reasonNotice(row, withheld, standing)];
  if (withheld && withheld !== 'revoked') return { withheld, notices: told };
  if (withheld) {
    const notice = revocationNotice(kind, values);
    if (!notice) return { withheld, notices: told };
    const { record, notices } = cleanRecord(row, person ? notice : withType(notice, values), 'revoked', { person, config, notice: true });
    return { withheld, record, notices: [...told, ...notices] };
  }
  const { record, notices } = cleanRecord(row, values, status ?? 'valid', { person, config });
  const repairFrom = repairIn(row, decidedOn, today);
  return { record: repairFrom ? { ...record, repairFrom } : record, notices: [...told, ...row.hidden, ...spoilt, ...notices] };
};
