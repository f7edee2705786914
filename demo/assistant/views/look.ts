/** Step 6: how the column looks, with the widget itself, and what to paste. */
import { html, nothing, type TemplateResult } from 'lit';
import { KIND_DEFS, KINDS, type Kind } from '../../../src/model/kinds.js';
import { officialLabel, recordFields } from '../../../src/model/fields.js';
import { copyText } from '../../../src/elements/tools/copy/clipboard.js';
import { EDITORS } from '../../../src/prerender/editors.js';
import { DEFAULT_LOOK, DEVICES, isFixed, PAGE_SIZES, snippetOf, THEMES, WAYS, type Look } from '../look.js';
import { pageNeeds } from '../core/settings.js';
import { preview } from '../preview.js';
import type { Outcome, Publisher } from '../state.js';
import type { Store } from '../store.js';
import { heading, CHECKING, onward } from './parts.js';

/** Rows in the preview: more would only make it slow. */
export const MOST_PREVIEWED = 2000;

/** Kinds that the file has. */
export const presentKinds = ({ records }: Pick<Outcome, 'records'>): readonly Kind[] => {
  const kinds = new Set(records.map(({ kind }) => kind));
  return KINDS.filter((kind) => kinds.has(kind));
};

const look = (store: Store, change: Partial<Look>): void => store.set({ look: { ...store.state.look, ...change } });

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

const without = <T,>(list: readonly T[], one: T, keep: boolean): readonly T[] =>
  keep ? [...list, one] : list.filter((other) => other !== one);

const options = <K extends string>(labels: Readonly<Record<K, string>>, chosen: K): TemplateResult[] =>
  (Object.entries(labels) as [K, string][]).map(
    ([value, label]) => html`<option value=${value as string} ?selected=${value === chosen}>${label}</option>`,
  );

const publisherView = (store: Store): TemplateResult => {
  const { publisher } = store.state;
  const field = (
    name: keyof Publisher,
    label: string,
    hint = '',
  ): TemplateResult => html`<label>${label}${hint ? html` <span class="muted hint">${hint}</span>` : nothing}
    <input .value=${publisher[name]} autocomplete="off" @change=${(event: Event) => store.set({ publisher: { ...store.state.publisher, [name]: valueOf(event).trim() }, unsaved: true })}></label>`;
  return html`<fieldset class="options"><legend>公示单位（写入数据文件）</legend>
    ${field('name', '单位名称')}${field('code', '统一社会信用代码')}${field('url', '网站地址', '以 http 开头')}
    <div class="whole">${field('remedy', '处罚的救济渠道', '没有单独写明救济渠道的处罚都显示这一句')}</div>
  </fieldset>`;
};

const columnsView = (store: Store, kinds: readonly Kind[]): TemplateResult => {
  const { columns } = store.state.look;
  const filled = new Set(store.outcome.records.slice(0, MOST_PREVIEWED).flatMap((record) => Object.keys(record)));
  const fields = new Map(
    kinds.flatMap((kind) =>
      recordFields(kind)
        .filter((field) => filled.has(field))
        .map((field) => [field as string, officialLabel(kind, field)]),
    ),
  );
  return html`<details><summary>列表显示哪些列${columns.length ? `（已选 ${columns.length} 列）` : '（默认）'}</summary>
    <fieldset class="checks"><legend class="vh">列表显示的列</legend>
      ${[['title', '名称（打开详情）'] as const, ...fields].map(
        ([name, label]) => html`<label class="check"><input type="checkbox" .checked=${columns.includes(name)}
        @change=${(event: Event) => look(store, { columns: without(columns, name, checked(event)) })}>${label}</label>`,
      )}
    </fieldset></details>`;
};

const choices = (store: Store, present: readonly Kind[]): TemplateResult => {
  const now = store.state.look;
  const kinds = now.kinds.length ? now.kinds : present;
  return html`<fieldset class="options"><legend>外观</legend>
    <label>配色 <select @change=${(event: Event) => look(store, { theme: valueOf(event) as Look['theme'] })}>${options(THEMES, now.theme)}</select></label>
    <label>每页条数 <select @change=${(event: Event) => look(store, { pageSize: Number(valueOf(event)) })}>${PAGE_SIZES.map((size) => html`<option value=${size} ?selected=${size === now.pageSize}>${size}</option>`)}</select></label>
    <label class="check"><input type="checkbox" .checked=${now.elder} @change=${(event: Event) => look(store, { elder: checked(event) })}>大字版</label>
    ${
      present.length > 1
        ? html`<fieldset class="checks"><legend>公示类别</legend>
      ${present.map(
        (kind) => html`<label class="check"><input type="checkbox" .checked=${kinds.includes(kind)}
        @change=${(event: Event) => look(store, { kinds: without(kinds, kind, checked(event)) })}>${KIND_DEFS[kind].label}</label>`,
      )}</fieldset>`
        : nothing
    }
    ${columnsView(store, kinds)}
  </fieldset>`;
};

const previewView = (store: Store): TemplateResult => {
  const { device } = store.state.look;
  const { records } = store.outcome;
  return html`<section aria-label="预览" class="screen">
    <div class="bar"><h3 class="grow">预览</h3>
      <span role="group" aria-label="预览宽度">${(Object.keys(DEVICES) as Look['device'][]).map((one) => html`<button type="button" aria-pressed=${one === device} @click=${() => look(store, { device: one })}>${DEVICES[one]}</button> `)}</span></div>
    <p class="muted">下面就是网站上的专栏，用将要下载的数据显示${records.length > MOST_PREVIEWED ? `（预览只放前 ${MOST_PREVIEWED} 条）` : ''}。</p>
    <div class="frame ${device}">${preview.frame}</div>
  </section>`;
};

const copy = (store: Store, text: string) => async (): Promise<void> =>
  store.say((await copyText(text)) ? '已复制。' : '浏览器不允许复制，请选中代码后按 Ctrl+C。');

const code = (store: Store, label: string, text: string): TemplateResult => html`<div class="code">
  <div class="bar"><span class="grow strong">${label}</span><button type="button" @click=${copy(store, text)}>复制<span class="vh">${label}</span></button></div>
  <pre tabindex="0" role="region" aria-label=${label}><code>${text}</code></pre></div>`;

const embed = (store: Store, present: readonly Kind[]): TemplateResult => {
  const now = store.state.look;
  const { template, text, hint } = snippetOf(now, present, pageNeeds(store.config));
  return html`<section aria-label="嵌入代码">
    <h3>嵌入代码</h3>
    <div class="options">
      <label>网站用什么编辑 <select @change=${(event: Event) => look(store, { place: valueOf(event) })}>
        ${options(WAYS, now.place)}
        <optgroup label="编辑器">${EDITORS.map(([name]) => html`<option value=${name} ?selected=${name === now.place}>${name}</option>`)}</optgroup>
      </select></label>
      <label>数据文件的地址 <input .value=${now.feed} autocomplete="off" spellcheck="false" @change=${(event: Event) => look(store, { feed: valueOf(event).trim() || DEFAULT_LOOK.feed })}></label>
      <label>脚本的地址 <input .value=${now.script} autocomplete="off" spellcheck="false" @change=${(event: Event) => look(store, { script: valueOf(event).trim() || DEFAULT_LOOK.script })}></label>
    </div>
    ${isFixed(now.feed) && isFixed(now.script) ? nothing : html`<p class="note problem">地址不以 / 或 http 开头时，按网页所在的文件夹计算，换一个网页就会失效：请写以 / 开头的地址。</p>`}
    <p>${hint}</p>
    ${template ? code(store, '第一段：网页模板', template) : nothing}
    ${code(store, template ? '第二段：专栏的位置' : '代码', text)}
    <p class="muted hint">integrity 是 sgs.js 的校验值，脚本被改动时浏览器不会运行它；更换 sgs.js 的版本时，要重新复制代码。</p>
  </section>`;
};

export const lookStep = (store: Store): TemplateResult => {
  const { results, sources } = store.state;
  const lead = '选好外观，看看效果，再把代码复制到网页里。';
  if (sources.length && !results) return html`${heading('look', lead)}${onward(store, undefined, CHECKING)}`;
  const present = presentKinds(store.outcome);
  return html`${heading('look', lead)}${publisherView(store)}${choices(store, present)}${previewView(store)}${embed(store, present)}${onward(store)}`;
};
