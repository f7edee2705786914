/** Step 2: what each column is. */
import { html, nothing, type TemplateResult } from 'lit';
import { officialLabel, recordFields } from '../../../src/model/fields.js';
import { KIND_DEFS, KINDS, type Kind } from '../../../src/model/kinds.js';
import { columnsOf, type ColumnView, type Source } from '../core/source.js';
import type { Store } from '../store.js';
import { EXTRA_LABELS, withExtraColumn, type ExtraMode } from '../core/settings.js';
import { heading, onward, table, type TableRow } from './parts.js';

/** Columns that are read for the checks and never shown. */
const GATES: Readonly<Record<string, string>> = {
  status: '当前状态',
  statusName: '状态名称',
  scope: '信息使用范围',
  remark: '备注（不公开）',
  grade: '失信严重程度',
  id: '编号',
};

const labelOf = (kind: Kind | undefined, field: string): string => GATES[field] ?? (kind ? officialLabel(kind, field) : field);

const USES: Readonly<Record<ColumnView['use'], string>> = {
  field: '已识别', secret: '不读取', own: '按原名显示', dropped: '不采用', hidden: '不公示', gate: '判断是否公示',
};

const NONE = '';

/** What becomes of a column of which nothing is said. */
const UNSAID: Readonly<Record<ColumnView['use'], string>> = {
  field: '不对应，自动判断', secret: '', own: '不对应，按原列名显示', dropped: '不对应，自动判断',
  hidden: '涉及个人或内部工作，不公示', gate: '按内容判断该条能否公示',
};

/** What a person may say that a column is. */
export const columnChoices = (
  kind: Kind | undefined, use: ColumnView['use'],
): readonly (readonly [value: string, label: string])[] => {
  const fields = kind ? recordFields(kind).filter((name) => name !== 'title') : [];
  const guarded = use === 'hidden' || use === 'gate';
  return [
    [NONE, UNSAID[use]], ['ignore', guarded ? '忽略（不采用，也不据此判断）' : '不采用'], ['extra', '普通列，按原列名公示'],
    ...fields.map((name) => [name, labelOf(kind, name)] as const), ...Object.entries(GATES),
  ];
};

const choice = (store: Store, source: Source, kind: Kind | undefined, { key, use, field }: ColumnView): TemplateResult => {
  const said = store.state.mappings.get(source.fingerprint)?.[key];
  const chosen = said ?? (use === 'field' ? field : use === 'dropped' ? 'ignore' : NONE);
  // `ignore` keeps what had been recognised from coming back; the first option takes back what was said by hand.
  const change = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    store.map(source, key, value === NONE ? undefined : value);
  };
  return html`<select aria-label=${`“${key}”对应的栏目`} @change=${change}>${columnChoices(kind, use).map(([value, label]) => html`<option value=${value} ?selected=${value === chosen || (value === 'ignore' && chosen === 'ignored')}>${label}</option>`)}</select>
    ${use === 'own' && said !== 'extra' && store.state.settings.extra === 'show' ? shownChoice(store, key) : nothing}`;
};

/** Where only some columns of the department's own are shown: whether this is one. */
const shownChoice = (store: Store, key: string): TemplateResult => {
  const { settings } = store.state;
  return html`<label class="check"><input type="checkbox" aria-label=${`公示“${key}”`} .checked=${settings.extraColumns.includes(key)}
    @change=${(event: Event) => void store.settle(withExtraColumn(settings, key, (event.target as HTMLInputElement).checked))}>公示</label>`;
};

const HEADS = ['列', '列名', '识别', '对应的栏目', '样例（已隐去个人信息）'];

const row = (store: Store, source: Source, kind: Kind | undefined, column: ColumnView): TableRow => ({
  header: 1, class: column.use,
  cells: [
    html`<span class="muted">${column.letters ?? ''}</span>`, column.key, html`<span class="use">${USES[column.use]}</span>`,
    column.use === 'secret' ? html`<span class="muted">证件、联系方式等，不读取、不保存</span>` : choice(store, source, kind, column),
    html`<span class="muted">${column.use === 'secret' || column.use === 'hidden' ? '—' : column.samples.join('；') || '（空）'}</span>`,
  ],
});

const source = (store: Store, one: Source): TemplateResult => {
  const mapping = store.state.mappings.get(one.fingerprint);
  const { kind, columns } = columnsOf(one, mapping, store.state.kinds.get(one.id));
  const open = columns.filter(({ use, field }) => use === 'own' || use === 'hidden' || (use === 'dropped' && !field)).length;
  const name = one.sheet ? `${one.file}，工作表“${one.sheet}”` : one.file;
  const setKind = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    store.setKind(one, value ? value as Kind : undefined);
  };
  return html`<section aria-label=${name}>
    <h3>${name}</h3>
    <div class="bar">
      <label>公示类别 <select class="inline" @change=${setKind}>
        ${KINDS.map((each) => html`<option value=${each} ?selected=${each === kind}>${KIND_DEFS[each].label}</option>`)}
      </select></label>
      <span class="grow muted">${columns.length - open} 列已识别${open ? `，${open} 列请核对` : ''}</span>
      ${mapping && Object.keys(mapping).length ? html`<button type="button" @click=${() => store.forget(one)}>忘记这张表的手工对应</button>` : nothing}
    </div>
    ${table(
      `${name}的列`,
      'sheet',
      HEADS,
      columns.map((column) => row(store, one, kind, column)),
    )}
  </section>`;
};

const STANDARDS: readonly (readonly [value: '' | '2015' | '2018', label: string])[] = [
  ['', '自动判断'],
  ['2018', '2018 年版（法人和自然人分表）'],
  ['2015', '2015 年版'],
];

export const columnsStep = (store: Store): TemplateResult => {
  const { sources, standard, legalRepresentative, settings } = store.state;
  const setExtra = (event: Event): void => void store.settle({ ...settings, extra: (event.target as HTMLSelectElement).value as ExtraMode });
  return html`
    ${heading('columns', '看一看每一列认得对不对。认错或没认出的，在“对应的栏目”里改；同样表头的表格下次自动套用，只记列名和状态值，不记内容。标为“不公示”的列涉及个人或内部工作，确实可以公示的才改为“普通列”。')}
    ${sources.map((one) => source(store, one))}
    <fieldset class="options"><legend>整体选项</legend>
      <label>数据标准（决定状态代码的含义）<select @change=${(event: Event) => store.choose({ standard: ((event.target as HTMLSelectElement).value || undefined) as '2015' | '2018' | undefined })}>
        ${STANDARDS.map(([value, label]) => html`<option value=${value} ?selected=${value === (standard ?? '')}>${label}</option>`)}
      </select></label>
      <label>按原名显示的列<select @change=${setExtra}>
        ${Object.entries(EXTRA_LABELS).map(([value, label]) => html`<option value=${value} ?selected=${value === settings.extra}>${label}</option>`)}
      </select></label>
      <label class="check"><input type="checkbox" .checked=${legalRepresentative} @change=${(event: Event) => store.choose({ legalRepresentative: (event.target as HTMLInputElement).checked })}>公示法定代表人姓名</label>
    </fieldset>
    ${onward(store)}`;
};
