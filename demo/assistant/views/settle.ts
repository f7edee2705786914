/** In step 4: what nobody can know but the office. A person says what a column is or a value means; until then it stays unpublished. */
import { html, nothing, type TemplateResult } from 'lit';
import { NOTICE_RULES, noticeSections } from '../../../src/check/notice-words.js';
import type { Kind } from '../../../src/model/kinds.js';
import type { NoticeRule } from '../../../src/model/outcome.js';
import type { Results, SourceNotice } from '../core/examine.js';
import { MEANINGS, withMeaning, type Meaning } from '../core/settings.js';
import { columnsOf, type Source } from '../core/source.js';
import type { Store } from '../store.js';
import { columnChoices } from './columns.js';
import { noticePlaceOf, PAGE, pager, table, type TableRow } from './parts.js';

/** Rules of which a person may settle the value, the column. */
const OF_VALUES: readonly NoticeRule[] = ['unclear', 'unknown-word'];
const OF_COLUMNS: readonly NoticeRule[] = ['unclear', 'personal-column', 'internal-column', 'extra-column'];

const HEADS = ['列', '值', '位置', '为什么', '这个值表示', '这一列是'];

const kindOf = (store: Store, source: Source): Kind | undefined =>
  columnsOf(source, store.state.mappings.get(source.fingerprint), store.state.kinds.get(source.id)).kind;

/** The row goes once it is settled: the focus moves to the heading, not nowhere. */
const settleBy = (event: SubmitEvent, settle: (value: string) => Promise<void>): void => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const root = form.getRootNode() as ShadowRoot;
  const value = form.querySelector('select')?.value;
  if (!value) return;
  void settle(value).then(() => setTimeout(() => root.querySelector<HTMLElement>('#settle')?.focus(), 0));
};

const form = (
  label: string, choices: readonly (readonly [value: string, label: string])[], settle: (value: string) => Promise<void>,
): TemplateResult => html`<form class="settle screen" @submit=${(event: SubmitEvent) => settleBy(event, settle)}>
  <select required aria-label=${label}><option value="">请选择</option>${choices.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select>
  <button type="submit">确定<span class="vh">：${label}</span></button></form>`;

const said = (store: Store, message: string): void => store.say(`${message}，已按此重新检查。`);

const valueForm = (store: Store, { column, value = '' }: SourceNotice): TemplateResult =>
  form(`“${column}”的值“${value}”表示`, Object.entries(MEANINGS), async (meaning) => {
    await store.settle(withMeaning(store.state.settings, column, value, meaning as Meaning));
    said(store, `“${column}”的值“${value}”表示“${MEANINGS[meaning as Meaning]}”`);
  });

const columnForm = (store: Store, { column, source, rule }: SourceNotice): TemplateResult => {
  const choices = columnChoices(kindOf(store, source), rule === 'unclear' ? 'gate' : 'hidden').filter(([value]) => value);
  return form(`“${column}”这一列是`, choices, async (target) => {
    await store.settleColumn(source, column, target);
    said(store, `“${column}”这一列是“${choices.find(([value]) => value === target)?.[1] ?? target}”`);
  });
};

/** A value that was cut can't be named; its column can. */
const isWhole = ({ value }: SourceNotice): boolean => value !== undefined && value !== '' && !value.endsWith("…");

const rowOf = (store: Store, notice: SourceNotice): TableRow => ({
  header: 0,
  cells: [
    notice.column, notice.value ?? '—', noticePlaceOf(notice), NOTICE_RULES[notice.rule].text,
    OF_VALUES.includes(notice.rule) && isWhole(notice) ? valueForm(store, notice) : '—',
    OF_COLUMNS.includes(notice.rule) ? columnForm(store, notice) : '—',
  ],
});

/** What has been said, each of which can be taken back. */
const settledView = (store: Store): TemplateResult | typeof nothing => {
  const { settings, sources, mappings } = store.state;
  const values = Object.entries(settings.values).flatMap(([column, own]) => Object.entries(own).map(([value, meaning]) => ({
    text: `“${column}”的值“${value}”表示“${MEANINGS[meaning]}”`,
    undo: () => store.settle(withMeaning(store.state.settings, column, value, undefined)),
  })));
  const columns = sources.flatMap((source) => Object.entries(mappings.get(source.fingerprint) ?? {})
    .filter(([, target]) => target === 'ignore' || target === 'extra')
    .map(([column, target]) => ({
      text: `“${column}”这一列${target === 'ignore' ? '忽略' : '是普通列'}`,
      undo: () => store.settleColumn(source, column, undefined),
    })));
  const all = [...values, ...columns];
  return all.length === 0 ? nothing : html`<details><summary>已说明 ${all.length} 项</summary><ul class="files">
    ${all.map(({ text, undo }) => html`<li><span class="grow">${text}</span><button type="button" @click=${() => void undo()}>撤销<span class="vh">：${text}</span></button></li>`)}
  </ul></details>`;
};

export const settleView = (store: Store, { notices }: Results): TemplateResult | typeof nothing => {
  const open = noticeSections(notices).flatMap(({ notices: own }) => own as readonly SourceNotice[])
    .filter(({ rule }) => OF_VALUES.includes(rule) || OF_COLUMNS.includes(rule));
  const settled = settledView(store);
  if (open.length === 0 && settled === nothing) return nothing;
  const page = store.pageOf('settle');
  return html`<section aria-label="需要您说明的列和值">
    <h3 id="settle" tabindex="-1">需要您说明的列和值 <span class="muted num">${open.length} 项</span></h3>
    <p>看不出含义的内容不会公示，“一键处理”也不会公示它们。您说明以后立即重新检查，同样的列和值下次自动套用。</p>
    ${open.length ? table('需要您说明的列和值', 'settle', HEADS, open.slice((page - 1) * PAGE, page * PAGE).map((notice) => rowOf(store, notice))) : nothing}
    ${pager('说明的页码', page, open.length, (to) => store.setPage('settle', to))}
    ${settled}
  </section>`;
};
