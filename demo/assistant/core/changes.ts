/**
 * What has to happen before a record may be written: a person sees each change, does all with one click, and can take
 * back each. Nothing that is taken back is published as it was: the record waits and is not written.
 */
import { wrongOf } from '../../../src/check/wrong.js';
import type { FindingCode } from '../../../src/check/finding.js';
import type { Entry, Results } from './examine.js';
import type { Source } from './source.js';

export type GroupId = 'wrong' | 'columns' | 'texts' | 'names' | 'withheld' | 'rejected' | 'duplicates';

interface GroupDef {
  readonly label: string;
  /** What the change does. */
  readonly doing: string;
  /** What it comes to where it has not been done. */
  readonly undone: string;
}

/** One row a kind of change, in the order in which they are shown. */
export const GROUPS: Readonly<Record<GroupId, GroupDef>> = {
  wrong: { label: '金额、日期有疑问的记录', doing: '核对无误，照样写入', undone: '该条记录暂不写入' },
  columns: { label: '不得公开的列', doing: '整列不写入', undone: '含有该列的记录暂不写入' },
  texts: { label: '文字里的证件号码、电话、账号、住址', doing: '隐去，其余文字保留', undone: '该条记录暂不写入' },
  names: { label: '自然人姓名', doing: '改为“张某”的形式', undone: '该条记录暂不写入' },
  withheld: { label: '按规定不公示的记录', doing: '剔除', undone: '仍不写入，等待处理' },
  rejected: { label: '无法公示的记录', doing: '剔除，请在原表中补正后重新导入', undone: '仍不写入，等待处理' },
  duplicates: { label: '重复的记录', doing: '只保留第一条', undone: '两条都写入' },
};

/** Done one by one, by whoever has looked: no click for all of them. */
export const ONE_BY_ONE: ReadonlySet<GroupId> = new Set<GroupId>(['wrong']);

export const GROUP_IDS = Object.keys(GROUPS) as GroupId[];

/** Findings that ask for a change of the record they stand in. */
const ASKS: Partial<Record<FindingCode, GroupId>> = {
  'secret-column-dropped': 'columns', 'secret-column': 'columns',
  'personal-data-masked': 'texts', 'personal-data': 'texts', 'id-in-column-dropped': 'texts', 'id-in-column': 'texts',
  'name-masked': 'names', 'name-unmasked': 'names',
  duplicate: 'duplicates',
};

/** One change: of an entry, or of a column wherever it stands. */
export interface Change {
  readonly key: string;
  readonly group: GroupId;
  /** Of one entry. */
  readonly entry?: Entry;
  /** Of a column: its name, its source, and in how many rows it is filled. */
  readonly column?: { readonly name: string; readonly source: Source; readonly rows: number };
}

export interface Decisions {
  /** Keys of the changes that are done. */
  readonly done: ReadonlySet<string>;
  /** Numbers of entries that a person has left out. */
  readonly dropped: ReadonlySet<number>;
}

export const UNDECIDED: Decisions = { done: new Set(), dropped: new Set() };

const keyIn = (group: GroupId, entry: Entry, column?: string): string =>
  group === 'columns' ? `columns:${entry.source.id}:${column ?? ''}` : `${group}:${entry.row}`;

/** Keys of all changes that an entry asks for. */
const keysOf = (entry: Entry): readonly (readonly [GroupId, key: string, column: string | undefined])[] => {
  const keys = new Map<string, readonly [GroupId, string, string | undefined]>();
  for (const { code, column } of entry.findings) {
    const group = ASKS[code];
    if (!group || (!entry.record && group !== 'columns')) continue;
    const key = keyIn(group, entry, column);
    keys.set(key, [group, key, column]);
  }
  if (wrongOf(entry).length) keys.set(keyIn('wrong', entry), ['wrong', keyIn('wrong', entry), undefined]);
  if (!entry.record) {
    const group = entry.outcome === 'withheld' ? 'withheld' : 'rejected';
    keys.set(keyIn(group, entry), [group, keyIn(group, entry), undefined]);
  }
  return [...keys.values()];
};

/** All changes that the entries ask for, by group. */
export const changesIn = ({ entries }: Results): Readonly<Record<GroupId, readonly Change[]>> => {
  const groups: Record<GroupId, Change[]> = { wrong: [], columns: [], texts: [], names: [], withheld: [], rejected: [], duplicates: [] };
  const columns = new Map<string, { name: string; source: Source; rows: number }>();
  for (const entry of entries) {
    for (const [group, key, name] of keysOf(entry)) {
      if (group !== 'columns') {
        groups[group].push({ key, group, entry });
        continue;
      }
      const column = columns.get(key);
      if (column) column.rows++;
      else {
        const fresh = { name: name ?? '', source: entry.source, rows: 1 };
        columns.set(key, fresh);
        groups.columns.push({ key, group, column: fresh });
      }
    }
  }
  return groups;
};

/** Whether an entry is written to the file, waits for somebody's decision, or is left out. */
export const outcomeOf = (entry: Entry, { done, dropped }: Decisions): 'written' | 'waiting' | 'out' => {
  const keys = keysOf(entry);
  if (!entry.record) return keys.every(([, key]) => done.has(key)) ? 'out' : 'waiting';
  if (dropped.has(entry.row)) return 'out';
  if (keys.some(([group, key]) => group === 'duplicates' && done.has(key))) return 'out';
  return keys.every(([group, key]) => group === 'duplicates' || done.has(key)) ? 'written' : 'waiting';
};
