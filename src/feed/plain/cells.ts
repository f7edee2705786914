/** Cells → what they say and what may be shown of it, for records that are no natural person's; each type of field in its way. */
import { fieldType, type FieldName } from '../../model/fields.js';
import type { Kind } from '../../model/kinds.js';
import type { SgsConfig } from '../../model/config.js';
import type { NoticeEffect, NoticeRule } from '../../model/outcome.js';
import { webAddress } from '../../model/web-address.js';
import { isPlaceholderCode, isSpoiltCode } from '../../rules/codes.js';
import { mayShowCode } from '../../rules/personal-numbers/code-column.js';
import { isCertificateNumber, REDACTED, redactNumbers } from '../../rules/personal-numbers/find.js';
import { mayShowLink } from '../../rules/personal-numbers/link.js';
import { isPublicCode } from '../../rules/personal-numbers/shapes.js';
import { personsInExtra } from '../../rules/persons/extra-value.js';
import { maskNameField, personsIn } from '../../rules/persons/name-field.js';
import { mayNameKeeper } from '../../rules/persons/names.js';
import { maskNamedPersons } from '../../rules/persons/other-persons.js';
import type { GateColumn } from '../../rules/standing/columns.js';
import { gateDate } from '../../rules/standing/dates.js';
import { judgeColumn, type KnownStandard } from '../../rules/standing/judge.js';
import { parseAmount } from '../amounts.js';
import { dateIn } from '../date-in.js';
import { endOfPeriod, parseDate } from '../dates.js';
import { withEncoded } from '../percent.js';
import { cleanText, normalizeCode } from '../text.js';
import { parseCategories } from '../values.js';
import { isPlain } from './glance.js';
import { plainDay } from './plain-day.js';
import { recalled } from './recall.js';

/** What was done to a value, to be told. */
export type Effect = readonly [rule: NoticeRule, what: NoticeEffect];

/** A cell that is not shown as it stands. */
export interface ReadCell {
  /** What it says, for the rules; undefined: nothing. */
  readonly says?: string | number | readonly string[];
  readonly shown?: string | number | readonly string[];
  readonly effects?: readonly Effect[];
}

/** A text that is shown as it stands, or what a cell comes to. */
export type Read = string | ReadCell;
export type CellReader = (value: unknown) => Read;

/** What a gate column says: nothing against publication, a date, or what the long way has to judge. */
export type GateRead = 'public' | 'long-way' | { readonly date: string };

export interface GateReader {
  /** The date is an end of publicity; else it ends it from that day on. */
  readonly isEnd: boolean;
  /** By what is known of the standard: nothing, 2015, 2018, that it is neither. */
  readonly judge: readonly ((value: unknown) => GateRead)[];
}

/** Reads a column that nobody knows. @param own how its record's texts are cleaned, if not as an organisation's */
export type ExtraReader = (value: unknown, own?: Clean) => ReadCell;

export interface CellReaders {
  ofGate(label: string, gate: GateColumn): GateReader;
  ofField(field: FieldName, kind: Kind, inYuan: boolean): CellReader;
  /** @param settled the site says that the column is a plain one */
  ofExtra(label: string, settled: boolean): ExtraReader;
}

export const NOTHING: ReadCell = {};
/** The record has to go the long way (record.ts). */
export const LONG_WAY: ReadCell = {};

export const HIDDEN: readonly Effect[] = [['personal-number', 'hidden']];
const END_DATES: ReadonlySet<FieldName> = new Set(['validTo', 'effectiveUntil']);

/** What has been done to a text. */
export const masked = (before: string, after: string): readonly Effect[] =>
  (after === before ? [] : [[after.includes(REDACTED) ? 'personal-number' : 'person-name', 'masked']]);

export type Clean = (text: string) => string;

/** A cleaned text. */
const cellOf = (before: string, clean: Clean): Read => {
  if (!before) return NOTHING;
  const after = clean(before);
  return after === before ? before : { says: before, shown: after, effects: masked(before, after) };
};

const textReader = (clean: Clean): CellReader => {
  const read = recalled((value) => cellOf(cleanText(value), clean));
  return (value) => (typeof value === 'string' && (isPlain(value) || isCertificateNumber(value)) ? value : read(value));
};

/** A name may have a keeper's behind it. */
const subjectReader = (masks: boolean): CellReader => {
  const read = recalled((value) => {
    const name = cleanText(value);
    return masks && personsIn(name, false).names.length ? LONG_WAY : cellOf(name, redactNumbers);
  });
  return (value) => (typeof value === 'string' && isPlain(value) && !mayNameKeeper(value) ? value : read(value));
};

/** Codes of offices come again and again. */
const readOfficeCode = (value: unknown): Read => (typeof value === 'string' && isPublicCode(value) ? value : readCode(value));

/** A subject's is told by a look at it. */
const codeReader = (): CellReader => {
  const read = recalled(readCode);
  return (value) => (typeof value === 'string' && isPublicCode(value) ? value : read(value));
};

const readCode = (value: unknown): Read => {
  if (isSpoiltCode(value)) return LONG_WAY;
  const code = normalizeCode(cleanText(value));
  if (!code) return NOTHING;
  if (isPlaceholderCode(code)) return { says: code };
  return mayShowCode(code, false) ? code : { says: code, effects: HIDDEN };
};

const dateReader = (field: FieldName): CellReader => {
  const end = END_DATES.has(field);
  const read = recalled((value) => {
    const plain = typeof value === 'string' ? cleanText(value) : value;
    const date = plain === '' ? undefined : dateIn(plain, end);
    if (date) return date;
    return date === null ? LONG_WAY : NOTHING;
  });
  return (value) => plainDay(value) ?? read(value);
};

const amountReader = (inYuan: boolean): CellReader => recalled((value) => {
  const amount = parseAmount(value, inYuan);
  if (amount === undefined) return cleanText(value) ? LONG_WAY : NOTHING;
  return { says: amount, shown: amount };
});

/** Lists come as a text, or as a list of texts, which is remembered by what is in it. */
const listReader = (kind: Kind, clean: Clean): CellReader => {
  const readText = recalled((value) => {
    const says = parseCategories(value as string, kind);
    const shown = says.map(clean);
    return { says, shown, effects: says.flatMap((text, at) => masked(text, shown[at] as string)) };
  });
  const read = recalled((value) => readText(cleanText(value)));
  return (value) => (Array.isArray(value) ? readText(cleanText(value.length === 1 ? value[0] : value)) : read(value));
};

const linkReader = (): CellReader => recalled((value) => {
  const link = cleanText(value);
  if (!link) return NOTHING;
  if (!/^https?:\/\/[^\s<>"']+$/i.test(link) || !webAddress(link)) return { says: link };
  return mayShowLink(link) ? link : { says: link, effects: HIDDEN };
});

/** What is known of a standard, by the bits of those whose keys have been seen. */
export const STANDARDS: readonly KnownStandard[] = [undefined, '2015', '2018', null];

/** A date says the same whatever day a period would begin on; a period goes the long way. */
const gateDateReader = (label: string, gate: GateColumn): ((value: unknown) => GateRead) => {
  const read = recalled((value): GateRead => {
    const said = gateDate(gate, label, value, undefined, { parseDate, endOfPeriod });
    if ('standing' in said) return 'long-way';
    if (said.date === undefined) return said.told ? 'long-way' : 'public';
    return { date: said.date };
  });
  return (value) => {
    const date = plainDay(value);
    return date === undefined ? read(value) : { date };
  };
};

const gateReader = (label: string, gate: GateColumn): GateReader => {
  const isEnd = gate.form === 'end';
  if (isEnd || gate.form === 'event') return { isEnd, judge: STANDARDS.map(() => gateDateReader(label, gate)) };
  return {
    isEnd, judge: STANDARDS.map((standard) => recalled((value): GateRead => {
      const { standing, known } = judgeColumn(gate, value, standard);
      return standing === 'public' && known ? 'public' : 'long-way';
    })),
  };
};

/** The readers of all columns, as the site's configuration wants them. */
export function createCellReaders({ privacy = {}, extra: mode = 'mask', extraColumns = [] }: SgsConfig): CellReaders {
  const others = privacy.redactText !== false;
  const cleaner = (office: boolean): Clean => withEncoded((text) => {
    const plain = redactNumbers(text, { office });
    return others ? maskNamedPersons(plain) : plain;
  });
  const clean = cleaner(false);

  const extraReader = (label: string): ExtraReader => {
    const readBy = (cleanBy: Clean) => (value: unknown): ReadCell => {
      const before = cleanText(value);
      const plain = cleanBy(before);
      const persons = mode === 'mask' ? personsInExtra(label, plain) : [];
      const after = persons.length ? maskNameField(plain, { names: persons, keep: [] }, true) : plain;
      return { says: before, ...(after && { shown: after }), effects: masked(before, after) };
    };
    const read = recalled(readBy(clean));
    return (value, own) => (own ? readBy(own)(value) : read(value));
  };

  return {
    ofGate: gateReader,
    ofField: (field, kind, inYuan) => {
      const type = fieldType(field);
      if (type === 'list') return listReader(kind, clean);
      if (type === 'date') return dateReader(field);
      if (type === 'amount') return amountReader(inYuan);
      if (type === 'code') return field === 'creditCode' ? codeReader() : recalled((value) => readOfficeCode(value));
      if (type === 'link') return linkReader();
      if (field === 'subjectName') return subjectReader(privacy.maskNames !== false);
      return textReader(type === 'name' ? redactNumbers : cleaner(field === 'remedy'));
    },
    ofExtra: (label, settled) => {
      if (settled || (mode !== 'hide' && (mode !== 'show' || extraColumns.includes(label)))) return extraReader(label);
      const hidden: ReadCell = { effects: [['extra-column', 'hidden']] };
      return () => hidden;
    },
  };
}
