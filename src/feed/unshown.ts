/** What a row holds that is shown nowhere, and that still says whom to protect: a minor, somebody named in another column. */
import { foldLabel } from '../rules/standing/fold.js';
import { flagsMinor, holdsMinorWord, ownIdIn, type MinorKey } from '../rules/minors.js';
import { isSurelyName } from '../rules/persons/extra-value.js';
import { splitNames } from '../rules/persons/names.js';
import type { Column } from './column.js';
import type { MappedRow } from './mapping.js';

/** What the minors' rule reads and nobody sees. */
export interface Unshown {
  readonly ages: readonly unknown[];
  readonly births: readonly unknown[];
  /** IDs in columns that are none of theirs by their names. */
  readonly ids: readonly string[];
  /** A flag, or a word in a column that is not shown. */
  readonly isMinor: boolean;
}

const single = (held: unknown): unknown => (Array.isArray(held) && held.length === 1 ? (held as unknown[])[0] : held);

/** Whether a column that is no field's says that the subject is a minor. */
export const saysMinor = ({ alias, minor }: Column, value: unknown): boolean => flagsMinor(minor, value)
  || (!alias && typeof value === 'string' && holdsMinorWord(value));

export const unshownIn = ({ row, columns }: MappedRow): Unshown => {
  const said = columns.map((column) => ({ column, value: single(row.values[column.key]) }))
    .filter(({ value }) => value !== null && value !== undefined && value !== '');
  const of = (key: MinorKey): unknown[] => said.filter(({ column: { minor } }) => minor === key).map(({ value }) => value);
  return {
    ages: of('age'), births: of('birth'),
    ids: said.map(({ column: { alias, label }, value }) => (alias ? '' : ownIdIn(label, value))).filter(Boolean),
    isMinor: said.some(({ column, value }) => saysMinor(column, value)),
  };
};

/** Columns of persons that hold a name, and not what is said of them: 经营者, 承办人, 员工姓名; 籍贯, 举报人意见 are none. */
const OF_NAMES = new RegExp('(?:姓名|人|人员|者|员|员工|师|司机|[店校厂院所事队]长|经理|股东|配偶|父亲|母亲|子女|业主|户主)(?:姓名|名称)?$'
  + '|^(?:lxr|linkman|contacts?|[cj]br(?:xm)?|jhr|guardian(?:name)?)$');

/** Whether a column that is withheld may hold a person's name. */
export const holdsNames = ({ hidden, label }: Pick<Column, 'hidden' | 'label'>): boolean =>
  hidden !== undefined && OF_NAMES.test(foldLabel(label));

/** The names in such a column: nobody else than the subject is named in a record (浙江省行政处罚结果信息网上公开暂行办法, domain §2.4). */
export const namesHeld = (value: unknown): readonly string[] =>
  (typeof value === 'string' && value.length <= 200 ? splitNames(value).filter(isSurelyName) : []);

/** Whom columns name that are withheld. */
export const personsUnshown = ({ row, columns }: MappedRow): readonly string[] =>
  columns.flatMap((column) => (holdsNames(column) ? namesHeld(single(row.values[column.key])) : []));
