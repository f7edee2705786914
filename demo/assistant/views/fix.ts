/** Step 4: what may not be published is dropped or masked, with one click, and each change can be taken back. */
import { html, nothing, type TemplateResult } from 'lit';
import { KIND_DEFS } from '../../../src/model/kinds.js';
import type { SgsRecord } from '../../../src/model/record.js';
import { GROUP_IDS, GROUPS, ONE_BY_ONE, type Change, type GroupId } from '../core/changes.js';
import type { Entry } from '../core/examine.js';
import { areSeveral, sourceName } from '../core/source.js';
import type { Store } from '../store.js';
import { settleView } from './settle.js';
import { empty, heading, CHECKING, onward, PAGE, pager, placeOf, table, wordsOf, type TableRow } from './parts.js';

const HEADS = ['位置', '原因', '公示内容', '处理', '操作'];

const ASKING: Readonly<Record<GroupId, RegExp>> = {
  wrong: /^(?:amount|date-unreadable)/,
  columns: /^secret/,
  texts: /^(?:personal-data|id-in-column)/,
  names: /^name-/,
  withheld: /^(?:withheld|public-until-passed|decided-in-future)/,
  rejected: /^(?:no-|date-unreadable)/,
  duplicates: /^duplicate$/,
};

const whereIs = (entry: Entry, several: boolean): string =>
  placeOf({ row: entry.row, place: { sheet: sourceName(entry.source, several), row: entry.line } });

/** Where a change is, and why it is asked for. */
const words = ({ entry, column, group }: Change, several: boolean): readonly [place: string, why: string] => {
  if (column) return [`${sourceName(column.source, several)}，列“${column.name}”`, `${column.rows} 行有内容`];
  if (!entry) return ['', ''];
  const why = entry.findings
    .filter(({ code }) => ASKING[group].test(code))
    .map((finding) => wordsOf(finding, entry.kind).replace(/，将隐去|，不会写入/, ''));
  return [whereIs(entry, several), [...new Set(why)].join('；') || (entry.kind ? KIND_DEFS[entry.kind].label : '')];
};

/** What comes of each cell, beside what it says: that may be personal, so a person asks for it, and it goes with the step. */
const contentOf = (store: Store, { key, entry, group }: Change, place: string): TemplateResult | string => {
  const cells = entry?.cells.filter((cell) => cell.group === group) ?? [];
  if (cells.length === 0) return entry?.record ? subjectOf(entry.record) : '—';
  const isRevealed = store.state.revealed.has(key);
  return html`<div><dl class="cells">${cells.map(({ label, before, after }) => html`
      <dt>${label}</dt>
      ${isRevealed ? html`<dd><span class="muted">原表：</span>${before || '（空）'}</dd>` : nothing}
      <dd>${isRevealed ? html`<span class="muted">公示：</span>` : nothing}${after || '不写入'}</dd>`)}</dl>
    <button type="button" class="screen" aria-pressed=${isRevealed ? 'true' : 'false'} @click=${() => store.reveal(key)}>对照原表<span class="vh">：${place}</span></button></div>`;
};

const subjectOf = ({ subjectName = '', documentNumber = '' }: SgsRecord): string => [documentNumber, subjectName].filter(Boolean).join('，');

const rowOf = (store: Store, change: Change): TableRow => {
  const { done, dropped } = store.state.decisions;
  const { key, entry, group } = change;
  const isDone = done.has(key);
  const isDropped = entry !== undefined && dropped.has(entry.row);
  const [place, why] = words(change, areSeveral(store.state.sources));
  const toggle = (): void => store.decide((decisions) => {
    if (isDropped) decisions.dropped.delete(entry.row);
    else if (isDone) decisions.done.delete(key);
    else decisions.done.add(key);
  });
  const canDrop = entry?.record !== undefined && group !== 'duplicates' && !isDropped;
  return {
    header: 0,
    cells: [
      place,
      why,
      contentOf(store, change, place),
      isDropped ? '整条不公示' : isDone ? GROUPS[group].doing : html`<div><span class="severity warning">未处理</span> ${GROUPS[group].undone}</div>`,
      html`<span class="actions screen"><button type="button" @click=${toggle}>${isDone || isDropped ? '撤销' : group === 'wrong' ? '核对无误' : '处理'}<span class="vh">：${place}</span></button>
        ${canDrop ? html`<button type="button" @click=${() => store.decide((decisions) => decisions.dropped.add(entry.row))}>整条不公示<span class="vh">：${place}</span></button>` : nothing}</span>`,
    ],
  };
};

const groupView = (store: Store, id: GroupId, changes: readonly Change[]): TemplateResult => {
  const { done } = store.state.decisions;
  const finished = changes.reduce((sum, { key }) => sum + (done.has(key) ? 1 : 0), 0);
  const page = store.pageOf(id);
  const { label, doing } = GROUPS[id];
  const all = (value: boolean) => (): void => store.decide((decisions) => {
    for (const { key } of changes) if (value) decisions.done.add(key); else decisions.done.delete(key);
  });
  return html`<section aria-label=${label}>
    <h3>${label} <span class="muted num">${changes.length} 项，已处理 ${finished} 项</span></h3>
    <div class="bar"><span class="grow">处理方式：${doing}。</span>
      <span class="screen">${ONE_BY_ONE.has(id) ? nothing : finished < changes.length ? html`<button type="button" @click=${all(true)}>全部处理<span class="vh">：${label}</span></button>` : html`<button type="button" @click=${all(false)}>全部撤销<span class="vh">：${label}</span></button>`}</span></div>
    ${table(
      label,
      'changes',
      HEADS,
      changes.slice((page - 1) * PAGE, page * PAGE).map((change) => rowOf(store, change)),
    )}
    ${pager(`${label}的页码`, page, changes.length, (to) => store.setPage(id, to))}
  </section>`;
};

export const fixStep = (store: Store): TemplateResult => {
  const { results, changes, undo, decisions } = store.state;
  const lead = '不能公开的内容在处理之前不会写入文件。每一处改动都列在下面，可以逐条撤销。原表不会被修改。';
  if (!results || !changes) return html`${heading('fix', lead)}${onward(store, undefined, CHECKING)}`;
  const { fresh, waiting, out } = store.outcome;
  const all = GROUP_IDS.flatMap((id) => changes[id]);
  const open = all.filter(({ key, group }) => !ONE_BY_ONE.has(group) && !decisions.done.has(key)).length;
  return html`
    ${heading('fix', lead)}
    <div class="bar summary">
      <p class="grow" role="status"><strong>将写入 ${fresh} 条</strong>，等待处理 ${waiting} 条，不写入 ${out} 条。</p>
      ${undo.length ? html`<button type="button" @click=${() => store.undo()}>撤销上一步</button>` : nothing}
      <button type="button" class="primary" ?disabled=${!open} @click=${() => store.decide(({ done }) => all.forEach(({ key, group }) => { if (!ONE_BY_ONE.has(group)) done.add(key); }))}>一键处理${open ? `（${open} 项）` : ''}</button>
    </div>
    ${settleView(store, results)}
    ${all.length ? GROUP_IDS.filter((id) => changes[id].length).map((id) => groupView(store, id, changes[id])) : empty('没有需要处理的内容。')}
    ${onward(store)}`;
};
