/** What has to be told of many rows, grouped: one entry a thing, with its first rows. Bounded, and without personal values. */
import { hasHan } from '../model/han.js';
import type { Notice, NoticeGroup } from '../model/outcome.js';
import { redactNumbers } from '../rules/personal-numbers/find.js';
import { looksLikePersonName, splitNames } from '../rules/persons/names.js';
import { maskNamedPersons } from '../rules/persons/other-persons.js';
import { startsWithSurname } from '../rules/persons/surnames.js';

/** Rows named of each thing. */
const MOST_ROWS = 5;
/** Different values told of a column under one rule; the others are told without their values. */
const MOST_VALUES = 20;
/** Different things told in all. */
const MOST_GROUPS = 200;
const MOST_UNTOLD = 1000;
/** Longer values are sentences, which may name anybody. */
const LONGEST_VALUE = 24;
const LONGEST_COLUMN = 60;

/** Characters of words of standing that names seldom have: 成功 and 公示 are nobody. */
const OF_WORDS = /[公开示布状态效审核通过功结案缴款销修复移内外密常未已不否是撤]/;

const isName = (text: string): boolean => looksLikePersonName(text) && (!hasHan(text)
  || (startsWithSurname(text) && !OF_WORDS.test(text)));

/** A value as it may be told; undefined where it may be personal. */
export const valueOf = (value: string | undefined): string | undefined => {
  if (value === undefined || value.length > LONGEST_VALUE || redactNumbers(value, { person: true }) !== value
    || maskNamedPersons(value) !== value) return undefined;
  return (hasHan(value) || /\s/.test(value)) && splitNames(value).some(isName) ? undefined : value;
};

type Group = Omit<Notice, 'row'> & { count: number; readonly rows: number[]; last?: number };

export interface Notices {
  readonly add: (notice: Notice, row: number) => void;
  readonly groups: () => readonly NoticeGroup[];
}

const keyOf = (...parts: readonly (string | undefined)[]): string => parts.join('\0');

export const createNotices = (): Notices => {
  const groups = new Map<string, Group>();
  const values = new Map<string, number>();
  /** Values that may not be told, so that each is looked at once. */
  const untold = new Set<string>();

  const groupOf = (notice: Notice): Group | undefined => {
    const { column, value, rule, what } = notice;
    const known = groups.get(keyOf(column, rule, what, value));
    if (known) return known;
    const told = value === undefined || untold.has(value) ? undefined : valueOf(value);
    if (value !== undefined && told === undefined && untold.size < MOST_UNTOLD) untold.add(value);
    const thing = keyOf(column, rule, what);
    const isNew = told !== undefined && (values.get(thing) ?? 0) < MOST_VALUES;
    if (isNew) values.set(thing, (values.get(thing) ?? 0) + 1);
    const key = isNew ? keyOf(column, rule, what, told) : thing;
    const group = groups.get(key) ?? {
      column: redactNumbers(column.slice(0, LONGEST_COLUMN)), ...(isNew && { value: told }), rule, what, count: 0, rows: [],
    };
    if (!groups.has(key) && groups.size >= MOST_GROUPS) return undefined;
    groups.set(key, group);
    return group;
  };

  return {
    add: (notice, row) => {
      const group = groupOf(notice);
      // A row may have several columns of one name.
      if (!group || group.last === row) return;
      group.last = row;
      group.count++;
      if (group.rows.length < MOST_ROWS) group.rows.push(row);
    },
    groups: () => [...groups.values()].map(({ last: _, ...group }) => group),
  };
};
