/** What a row holds that is shown nowhere, and that still says whom to protect: a minor, somebody named in another column. */
import { isPlainObject } from '../model/config.js';
import { gateColumn } from '../rules/standing/columns.js';
import { foldLabel, foldWord } from '../rules/standing/fold.js';
import type { Column as GateCell } from '../rules/standing/row.js';
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
    ids: said.map(({ column: { alias, label }, value }) => (alias && alias.field !== 'remark' ? '' : ownIdIn(label, value)))
      .filter(Boolean),
    isMinor: said.some(({ column, value }) => saysMinor(column, value)),
  };
};

/** Families whose words mean one thing wherever they stand; a status within an object may be a department's or an account's. */
const PLAIN_FAMILIES: ReadonlySet<string> = new Set(['publication', 'concealment', 'scope', 'secrecy', 'repair', 'ending', 'revocation']);
/** What holds the rest of a record, and nothing else. */
const REST = new RegExp('^(?:ext|extra|extend|extension|ext_?info|info|detail|attrs?|attributes|props|properties|data|record|base'
  + '|扩展|扩展信息|附加信息|其他信息)$', 'i');
/** Such words alone, under whatever name: nobody says so of anything but the record. */
const AGAINST = new RegExp('^(?:该|本|此)?(?:条|项)?(?:信息|案件|处罚|记录|数据)?'
  + '(?:已(?:经|完成)?信用修复|(?:已?(?:终止|停止|取消)|不予?|不再|暂不)公[开示]|不对外公开|内部资料|信用修复完成)$');
const LONGEST_AGAINST = 14;

/** Whether a value under a name that says nothing speaks against publication. */
export const speaksAgainst = (value: unknown): boolean => typeof value === 'string' && value.length <= LONGEST_AGAINST
  && (value.includes('公') || value.includes('信用') || value.includes('内部')) && AGAINST.test(foldWord(value));

/** Gate columns within objects ({ publicity: { status } }, { ext: { delFlag } }), and words against publication under other names. */
export const gatesUnshown = ({ row, columns }: MappedRow): GateCell[] => columns.flatMap((column): GateCell[] => {
  const { key, label, gate, alias, settled } = column;
  const value = single(row.values[key]);
  if (gate || settled) return [];
  if ((!alias || alias.field === 'remark') && speaksAgainst(value)) return [{ label, value, gate: gateColumn('公示状态') }];
  if (alias || !isPlainObject(value)) return [];
  return Object.keys(value).flatMap((inner): GateCell[] => {
    const own = gateColumn(inner);
    const whole = gateColumn(`${key} ${inner}`);
    const found = [own, whole].find((one) => one && (PLAIN_FAMILIES.has(one.family.name) || (one === own && REST.test(key))));
    const held = value[inner];
    return found && held !== null && held !== undefined ? [{ label: `${label}.${inner}`, value: held, gate: found }] : [];
  });
});

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
