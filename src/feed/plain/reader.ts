/**
 * Rows whose values are all texts and numbers, with nothing at the gate: read by a plan, as the long way (row.ts, mapping.ts,
 * record.ts) would read them. What is not so goes that way: what is withheld or nested, or needs to be understood.
 * test/feed/plain.test.ts holds the two against each other.
 */
import type { FieldName } from '../../model/fields.js';
import { hashOf } from '../../model/hash.js';
import { KIND_DEFS } from '../../model/kinds.js';
import type { Notice } from '../../model/outcome.js';
import type { ExtraField, SgsRecord } from '../../model/record.js';
import { endOfPublicity, saysUnfulfilled, slightPenalty, type LabelledText } from '../../rules/end-of-publicity.js';
import { isMinor, ownIdIn } from '../../rules/minors.js';
import { isEncoded } from '../percent.js';
import { isPerson } from '../../rules/persons/subject.js';
import { repairableFrom } from '../../rules/repair.js';
import { isTotalsRow } from '../entry.js';
import { isGarbled } from '../garbled.js';
import type { PlainReader, PlainReaderOptions } from '../record-rules.js';
import { cleanText, isEmptyWord } from '../text.js';
import { namesHeld, speaksAgainst } from '../unshown.js';
import { createCellReaders, LONG_WAY, NOTHING, STANDARDS, type Effect, type GateRead, type Read } from './cells.js';
import { mayBeNothing } from './glance.js';
import { createPersonReader, type PersonReader } from './person.js';
import type { Plan, PlanField } from './plan.js';
import { createPlans } from './plans.js';

/** Longer values may be files (serialised.ts). */
const LONGEST = 4000;
/** Sums under a list stand in short texts (entry.ts), which begin with one of these. */
const LONGEST_TOTAL = 20;
const TOTAL_STARTS: ReadonlySet<number> = new Set(Array.from('合总小共汇本全累以', (sign) => sign.charCodeAt(0)));

/** White space, and signs that are no ASCII and no Chinese character, are not told apart here. */
const mayBeTotal = (text: string): boolean => {
  const first = text.charCodeAt(0);
  const isOther = first <= 0x20 || (first > 0x7f && (first < 0x4e00 || first > 0x9fff));
  return isOther || TOTAL_STARTS.has(first);
};

/** Begins with a letter of another script, as a text does that was read in the wrong encoding. */
const isForeign = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return (first >= 0x80 && first < 0x100) || first === 0xfffd || first === 0x951f;
};

const isFilled = (value: unknown): boolean => (typeof value === 'string' ? !mayBeNothing(value) || !isEmptyWord(value)
  : Array.isArray(value) ? (value.length === 1 ? isFilled(value[0]) : value.length > 0) : value !== null && value !== undefined);

/** Whether nothing in a row needs the long way by its form alone. */
const isFlat = (values: readonly unknown[], { lists }: Plan): boolean => {
  for (let place = 0; place < lists.length; place++) {
    const value = values[place];
    if (typeof value === 'string') {
      if (value.length > LONGEST || (value.length < LONGEST_TOTAL && mayBeTotal(value) && isTotalsRow({ value }))
        || (isForeign(value) && isGarbled(value))) return false;
    } else if (typeof value === 'object' && value !== null
      && !(lists[place] && Array.isArray(value) && value.every((item) => typeof item === 'string' && item.length <= LONGEST))) return false;
  }
  return true;
};

const says = (read: Read | undefined): unknown => (typeof read === 'string' ? read : read?.says);
const textOf = (read: Read | undefined): string => {
  const text = says(read);
  return typeof text === 'string' ? text : '';
};

const NONE: readonly string[] = [];
const NO_TEXTS: readonly LabelledText[] = [];
const NO_NOTICES: readonly Notice[] = [];

/** The reader of one feed; undefined where the site's configuration needs the long way for every record. */
export function createPlainReader({ config, today, ...rows }: PlainReaderOptions): PlainReader | undefined {
  // Representatives are masked in all texts then.
  if (config.privacy?.legalRepresentative === false) return undefined;
  const plans = createPlans({ readers: createCellReaders(config), ...rows });
  const { values } = plans;
  /** What the fields of the row come to, by their numbers, and of those with several columns the place of the first that is filled. */
  const reads: (Read | undefined)[] = [];
  const firsts: number[] = [];

  /** Of several columns the first that says something. */
  const readSeveral = ({ at, field, isList, places, read }: PlanField): boolean => {
    const filled = places.filter((place) => isFilled(values[place]));
    firsts[at] = filled[0] ?? -1;
    // What counts of several lists, codes or days is the long way's to say.
    if (filled.length > 1 && (isList || field === 'creditCode' || field === 'decidedOn')) return false;
    reads[at] = NOTHING;
    for (const place of filled) {
      const one = read(values[place]);
      reads[at] = one;
      if (one !== NOTHING) break;
    }
    return reads[at] !== LONG_WAY;
  };

  const readFields = ({ fields }: Plan): boolean => {
    for (const field of fields) {
      if (field.places.length > 1) {
        if (!readSeveral(field)) return false;
        continue;
      }
      const value = values[field.places[0] as number];
      const isEmpty = value === '' || value === null || value === undefined || (field.isList && !isFilled(value));
      const read = isEmpty ? NOTHING : field.read(value);
      if (read === LONG_WAY) return false;
      reads[field.at] = read;
    }
    return true;
  };

  const readOf = ({ numbers }: Plan, field: FieldName): Read | undefined => {
    const at = numbers[field];
    return at === undefined ? undefined : reads[at];
  };

  /** What is known of the standard once the keys of this row are counted, too; bits. */
  const standardsOf = ({ columns }: Plan, known: number): number => {
    let bits = known;
    for (const { standard, place } of columns) if (standard & ~bits && isFilled(values[place])) bits |= standard;
    return bits;
  };

  /** The gate that states the earliest end of publicity; `null`: none does; undefined where they have to be judged. */
  const endAtGate = ({ gates }: Plan, standards: number): { readonly date: string; readonly label: string } | null | undefined => {
    const judge = config.standard === undefined ? standards : STANDARDS.indexOf(config.standard);
    let end: { readonly date: string; readonly label: string } | null = null;
    for (const gate of gates) {
      const value = values[gate.place];
      if (value === '' || value === null || value === undefined) continue;
      const read = (gate.judge[judge] as (value: unknown) => GateRead)(value);
      if (read === 'public') continue;
      if (read === 'long-way' || (!gate.isEnd && read.date <= today)) return undefined;
      if (gate.isEnd && (!end || read.date < end.date)) end = { date: read.date, label: gate.label };
    }
    return end;
  };

  const textsAt = (columns: Plan['grades']): readonly LabelledText[] => (columns.length === 0 ? NO_TEXTS
    : columns.filter(({ place }) => isFilled(values[place]))
      .map(({ place, label }) => ({ label, text: cleanText(values[place]) })).filter(({ text }) => text));

  const filledAt = (places: readonly number[]): readonly unknown[] =>
    (places.length === 0 ? NONE : places.map((place) => values[place]).filter(isFilled));

  const isOfPerson = (plan: Plan): boolean => isPerson({
    name: textOf(readOf(plan, 'subjectName')), type: textOf(readOf(plan, 'subjectType')), creditCode: textOf(readOf(plan, 'creditCode')),
    ids: plan.ids.length === 0 ? NONE : filledAt(plan.ids).map(String),
  });

  /** Whether anything in a natural person's row may say that they are no adult: the long way knows (rules/minors.ts). */
  const mayBeMinor = (plan: Plan, decidedOn: string | undefined): boolean => {
    if (filledAt(plan.ids).length > 0 || filledAt(plan.ages).length > 0) return true;
    const name = textOf(readOf(plan, 'subjectName'));
    return isMinor({
      person: true, decidedOn: decidedOn ?? today, name,
      ids: [name, ...filledAt(plan.codes).map((value) => cleanText(value)),
        ...plan.rest.map(({ place, label }) => ownIdIn(label, values[place]))],
      texts: values.slice(0, plan.keys.length).filter((value): value is string => typeof value === 'string'),
    });
  };

  /** Whether somebody is perhaps named in a text whom a column names that is withheld: the long way masks them (unshown.ts). */
  const mayNameOthers = ({ others, keys }: Plan): boolean => others.some((own) => namesHeld(values[own]).some((name) => {
    const [first = '', next = ''] = name;
    return values.slice(0, keys.length).some((value, place) => place !== own && typeof value === 'string' && value.includes(first)
      && value.includes(next));
  }));

  /** Reads the fields of a natural person's row again, as theirs. */
  const readAsPersons = (plan: Plan): PersonReader => {
    const reader = createPersonReader(config, textOf(readOf(plan, 'subjectName')), textOf(readOf(plan, 'legalRepresentative')));
    for (const { at, field } of plan.fields) reads[at] = reader.reread(field, reads[at] as Read);
    return reader;
  };

  /** When a penalty's publicity ends, and what is to be told of it. */
  const endOfPenalty = (plan: Plan, decidedOn: string | undefined, stated: { readonly date: string; readonly label: string } | null) => {
    const grades = textsAt(plan.grades);
    const own = textsAt(plan.telling);
    const end = endOfPublicity({
      today, decidedOn, statedEnd: stated?.date, endColumn: stated?.label, grades, unfulfilled: own.some(saysUnfulfilled),
    }, config.gate);
    const categories = (says(readOf(plan, 'category')) ?? NONE) as readonly string[];
    const slight = slightPenalty(categories, own.find(({ label }) => label.includes('程序')));
    return {
      ...end, notices: slight ? [...end.notices, slight] : end.notices,
      repairFrom: grades.length ? repairableFrom(decidedOn, grades, today) : undefined,
    };
  };

  return (entry, path, known) => {
    const plan = plans.of(entry, path);
    if (!plan || !isFlat(values, plan) || !readFields(plan)) return undefined;
    const { kind, columns } = plan;
    const { needs, needsOneOf, title: titles } = KIND_DEFS[kind];
    if (!needsOneOf.some((field) => textOf(readOf(plan, field)))) return undefined;
    if (needs && says(readOf(plan, needs)) === undefined) return undefined;
    const standards = standardsOf(plan, known);
    const stated = endAtGate(plan, standards);
    const decidedOn = textOf(readOf(plan, 'decidedOn')) || undefined;
    if (stated === undefined || (decidedOn && decidedOn > today)) return undefined;
    if (plan.open.some((place) => speaksAgainst(values[place])) || (plan.others.length > 0 && mayNameOthers(plan))) return undefined;
    const ofPerson = isOfPerson(plan);
    if (ofPerson && (mayBeMinor(plan, decidedOn) || values.slice(0, plan.keys.length).some(isEncoded))) return undefined;

    const end = kind === 'penalty' ? endOfPenalty(plan, decidedOn, stated) : undefined;
    const publicUntil = end ? end.publicUntil : stated?.date;
    if (end?.slight || (publicUntil !== undefined && publicUntil < today)) return undefined;
    const hidden: Notice[] = [];
    const person = ofPerson ? readAsPersons(plan) : undefined;
    const record: Record<string, unknown> = {};
    const told: Notice[] = [];
    const extra: ExtraField[] = [];
    let unplaced = NONE;
    for (const column of columns) {
      const { place, field } = column;
      if (field) {
        if (field.places.length > 1 && firsts[field.at] !== place) continue;
        const read = reads[field.at] as Read;
        if (typeof read === 'string') record[field.field] = read;
        else if (read !== NOTHING) {
          if (read.shown !== undefined) record[field.field] = read.shown;
          if (read.effects) tell(told, field.labels[field.places.indexOf(place)] as string, read.effects);
        }
      } else if (isFilled(values[place])) {
        if (column.hidden) hidden.push(column.hidden);
        if (column.unplaced !== undefined) unplaced = [...unplaced, column.unplaced];
      }
    }
    for (const { place, extra: own } of plan.extras) {
      if (!isFilled(values[place])) continue;
      const cell = own.read(values[place], person?.clean);
      if (cell.shown !== undefined) extra.push({ label: own.shownLabel, value: cell.shown as string });
      if (cell.effects) tell(told, own.label, cell.effects);
    }
    const said = end?.notices ?? NO_NOTICES;
    const notices = hidden.length + told.length === 0 ? said : [...said, ...hidden, ...told];
    const title = titleOf(record, titles);
    if (publicUntil !== undefined) record['publicUntil'] = publicUntil;
    record['id'] = hashOf([kind, record['documentNumber'], record['subjectName'], record['decidedOn'], title].join('\n'));
    record['kind'] = kind;
    record['title'] = title;
    record['category'] ??= NONE;
    record['status'] = 'valid';
    record['extra'] = extra;
    if (end?.repairFrom) record['repairFrom'] = end.repairFrom;
    return { record: record as unknown as SgsRecord, standards, unplaced, notices };
  };
}

const tell = (told: Notice[], column: string, effects: readonly Effect[]): void => {
  for (const [rule, what] of effects) told.push({ column, rule, what });
};

const titleOf = (record: Readonly<Record<string, unknown>>, fields: readonly FieldName[]): unknown => {
  let title: unknown;
  for (const field of fields) {
    const value = record[field];
    title = Array.isArray(value) ? value[0] : value;
    if (title) break;
  }
  return title;
};
