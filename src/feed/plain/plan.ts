/**
 * What the columns of a row come to, worked out once for all rows with the same keys: where each value goes, how it is read, which
 * of them the gate asks. A row then costs array reads instead of maps, cells and look-ups (docs/decisions/20-plain-rows.md).
 */
import { hasHan } from '../../model/han.js';
import { isGateField, fieldType, type FieldName, type GateField } from '../../model/fields.js';
import type { Kind } from '../../model/kinds.js';
import type { Notice } from '../../model/outcome.js';
import { saysUnfulfilled } from '../../rules/end-of-publicity.js';
import { redactNumbers } from '../../rules/personal-numbers/find.js';
import type { Column } from '../column.js';
import { hasOtherUnit, isInYuan, namesUnit } from '../read-values.js';
import { CODES } from '../record.js';
import { cleanText } from '../text.js';
import { holdsNames } from '../unshown.js';
import type { CellReader, CellReaders, ExtraReader, GateReader } from './cells.js';

/** The bits of the standards that a row's keys belong to. */
export const STANDARD_BITS = { 2015: 1, 2018: 2 } as const;

/** A field and the columns that may fill it, the known names first. */
export interface PlanField {
  /** Its number among the plan's fields. */
  readonly at: number;
  readonly field: FieldName;
  readonly isList: boolean;
  /** Places of its columns among the row's values. */
  readonly places: readonly number[];
  readonly labels: readonly string[];
  readonly read: CellReader;
}

export interface PlanGate extends GateReader {
  readonly place: number;
  readonly label: string;
}

/** A column in the order in which they are read. */
export interface PlanColumn {
  readonly place: number;
  /** Bit of the standard that has it alone; 0 where both do, or none. */
  readonly standard: number;
  readonly field?: PlanField;
  readonly hidden?: Notice;
  /** A key that is neither known nor readable for citizens. */
  readonly unplaced?: string;
}

interface Labelled {
  readonly place: number;
  readonly label: string;
}

/** A column that nobody knows. */
export interface PlanExtra {
  readonly label: string;
  readonly shownLabel: string;
  readonly read: ExtraReader;
}

export interface Plan {
  readonly keys: readonly string[];
  readonly kind: Kind;
  readonly fields: readonly PlanField[];
  /** The numbers of its fields by their names. */
  readonly numbers: { readonly [K in FieldName]?: number };
  readonly columns: readonly PlanColumn[];
  readonly extras: readonly { readonly place: number; readonly extra: PlanExtra }[];
  readonly gates: readonly PlanGate[];
  /** 失信严重程度. */
  readonly grades: readonly Labelled[];
  /** Columns of the subject's own ID; of their age, their birth, whether they are of age. */
  readonly ids: readonly number[];
  readonly ages: readonly number[];
  /** Columns that are withheld and may name somebody. */
  readonly others: readonly number[];
  /** Columns in which a word may speak against publication: no field's, and remarks. */
  readonly open: readonly number[];
  /** Columns that are no field's. */
  readonly rest: readonly Labelled[];
  /** Columns of codes that a natural person's number may stand in. */
  readonly codes: readonly number[];
  /** Columns nobody knows that may say that a penalty's duties are open, or by which procedure it came. */
  readonly telling: readonly Labelled[];
  /** By place: whether a list of texts may stand there. */
  readonly lists: readonly boolean[];
}

/** Read in the rules' own way, and no value of the record. */
const OWN_WAY: ReadonlySet<string> = new Set(['publicUntil']);

const isTelling = (label: string): boolean => label.includes('程序') || saysUnfulfilled({ label, text: '否' });

const isExtra = ({ hidden, alias, gate, label }: Column): boolean => !hidden && !alias && !gate && hasHan(label);

/** Where a filled column goes that is no field's. */
const restOf = (column: Column): Partial<PlanColumn> => {
  const { key, label, hidden, alias, gate } = column;
  if (hidden && hasHan(label)) return { hidden: { column: label, rule: `${hidden}-column`, what: 'hidden' } };
  return hidden || !(alias || gate || isExtra(column)) ? { unplaced: key } : {};
};

const extraOf = ({ label: key, settled }: Column, readers: CellReaders): PlanExtra => {
  const label = cleanText(key);
  return { label, shownLabel: redactNumbers(label), read: readers.ofExtra(label, settled === 'extra') };
};

/**
 * The plan for rows with these keys; undefined where some column needs the long way.
 * @param columns what they mean in the row's kind, in the order in which they are read
 */
export function planOf(keys: readonly string[], kind: Kind, columns: readonly Column[], readers: CellReaders): Plan | undefined {
  const places = new Map(keys.map((key, place) => [key, place]));
  const placeOf = ({ key }: Column): number => places.get(key) as number;
  const read = columns.filter((one) => !one.secret && one.settled !== 'ignore');
  const open = read.filter(({ hidden }) => !hidden);
  const columnsOf = (field: FieldName | GateField): Column[] => open.filter(({ alias }) => alias?.field === field);
  const labelled = (some: readonly Column[]): Labelled[] => some.map((one) => ({ place: placeOf(one), label: one.label }));
  if (columns.some(({ meaningOf }) => meaningOf) || columnsOf('repairFrom').length || columnsOf('respondent').length) return undefined;

  const names = [...new Set(open.flatMap(({ alias }) => alias?.field ?? []))]
    .filter((field): field is FieldName => !isGateField(field) && !OWN_WAY.has(field));
  const fields = names.map((field, at): PlanField => {
    const own = columnsOf(field);
    const isInYuanIn = own.some(({ label }) => isInYuan(label));
    return {
      at, field, isList: fieldType(field) === 'list', places: own.map(placeOf), labels: own.map(({ label }) => label),
      read: readers.ofField(field, kind, isInYuanIn),
    };
  });
  if (fields.some(({ field, labels }) => fieldType(field) === 'sum' && labels.some(namesUnit))) return undefined;
  // An amount in 元 beside one in 万元, or in 千元.
  if (fields.some(({ labels }) => new Set(labels.map(isInYuan)).size > 1 || labels.some(hasOtherUnit))) return undefined;

  const planned = read.map((one): PlanColumn => {
    const { alias, hidden } = one;
    const field = hidden ? undefined : fields.find((own) => own.field === alias?.field);
    const standard = alias?.standard && !hidden ? STANDARD_BITS[alias.standard] : 0;
    return { place: placeOf(one), standard, ...(field ? { field } : restOf(one)) };
  });
  return {
    keys, kind, fields,
    numbers: Object.assign({}, ...names.map((field, at) => ({ [field]: at }))) as Plan['numbers'],
    columns: planned.filter((one) => one.standard || one.field || one.hidden || one.unplaced !== undefined),
    gates: columns.flatMap((one) => (one.gate ? [{ place: placeOf(one), label: one.label, ...readers.ofGate(one.label, one.gate) }] : [])),
    grades: labelled(columnsOf('grade')),
    ids: columns.filter(({ minor }) => minor === 'id').map(placeOf),
    ages: columns.filter(({ minor }) => minor && minor !== 'id').map(placeOf),
    others: read.filter(holdsNames).map(placeOf),
    open: columns.filter(({ alias, gate, settled }) => !gate && !settled && (!alias || alias.field === 'remark')).map(placeOf),
    rest: labelled(columns.filter(({ alias }) => !alias || alias.field === 'remark')),
    codes: CODES.flatMap((field) => columnsOf(field).map(placeOf)),
    telling: labelled(open.filter((one) => isExtra(one) && isTelling(one.label))),
    extras: open.filter(isExtra).map((one) => ({ place: placeOf(one), extra: extraOf(one, readers) })),
    lists: keys.map((_, place) => fields.some((field) => field.isList && field.places.includes(place))),
  };
}
