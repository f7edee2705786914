/** Step 5: the feed that is on the site already: what is added, corrected, withdrawn and removed. */
import { html, nothing, type TemplateResult } from 'lit';
import { KIND_DEFS } from '../../../src/model/kinds.js';
import type { SgsRecord } from '../../../src/model/record.js';
import { decisionKey, differenceLabel } from '../../../src/publication/decision.js';
import { speaksOfEnd } from '../../../src/publication/end.js';
import type { Correction } from '../core/merge.js';
import type { Store } from '../store.js';
import { empty, heading, CHECKING, onward, PAGE, pager, table } from './parts.js';
import { repairedView } from './repaired.js';

const nameOf = (record: SgsRecord): string =>
  [record.documentNumber ?? record.title, record.subjectName, record.decidedOn].filter(Boolean).join('，');

const valueOf = (record: SgsRecord, field: string): string => {
  if (field === 'extra') return record.extra.map(({ label, value }) => `${label}：${value}`).join('；') || '—';
  const value = (record as unknown as Readonly<Record<string, unknown>>)[field];
  return Array.isArray(value) ? value.join('、') || '—' : typeof value === 'string' || typeof value === 'number' ? String(value) : '—';
};

const choose = async (store: Store, event: Event): Promise<void> => {
  const input = event.target as HTMLInputElement;
  const [file] = [...input.files ?? []];
  input.value = '';
  if (!file) return;
  const problem = await store.open(file);
  store.set({ problems: problem ? [`${file.name}：${problem}`] : [] });
};

const HEADS = ['栏目', '原来', '现在'];

const corrections = (store: Store, corrected: readonly Correction[]): TemplateResult => {
  const page = store.pageOf('corrected');
  const { choices } = store.state;
  const toggle = (key: string) => (event: Event): void => {
    const refused = new Set(choices.refused);
    if ((event.target as HTMLInputElement).checked) refused.delete(key);
    else refused.add(key);
    store.set({ choices: { ...choices, refused }, unsaved: true });
  };
  return html`<h3>更正 <span class="muted num">${corrected.length} 条</span></h3>
    ${corrected.slice((page - 1) * PAGE, page * PAGE).map(
      ({ key, before, after, fields }) => html`
      <label class="check strong"><input type="checkbox" .checked=${!choices.refused.has(key)} @change=${toggle(key)}>采用：${nameOf(after)}</label>
      ${table(
        `更正：${nameOf(after)}`,
        'corrections',
        HEADS,
        fields
          .filter((field) => field !== 'title')
          .map((field) => ({
            header: 0,
            cells: [differenceLabel(after.kind, field), valueOf(before, field), valueOf(after, field)],
          })),
      )}`,
    )}
    ${pager('更正的页码', page, corrected.length, (to) => store.setPage('corrected', to))}`;
};

const FOUND = 20;

const FALSE_REASON = '信用修复、终止公示不是撤销，不得公开为“已撤销”。请在“信用修复和终止公示”里填写文号，从数据中移除。';

/** Finds a record of the feed by its words, and withdraws it with the reason. */
const withdrawal = (store: Store, records: readonly SgsRecord[], still: readonly SgsRecord[]): TemplateResult => {
  const { choices, sought } = store.state;
  const words = sought.trim().toLowerCase();
  const found = words ? records.filter((record) => nameOf(record).toLowerCase().includes(words)) : [];
  const set = (key: string, reason: string | undefined): void => {
    const withdrawn = new Map(choices.withdrawn);
    if (reason) withdrawn.set(key, reason);
    else withdrawn.delete(key);
    store.set({ choices: { ...choices, withdrawn }, unsaved: true });
  };
  const withdraw = (key: string) => (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = (event.target as HTMLFormElement).querySelector('input')?.value.trim();
    if (speaksOfEnd(reason)) store.set({ problems: [FALSE_REASON] });
    else if (reason) {
      store.set({ problems: [] });
      set(key, reason);
    }
  };
  const chosen = records.filter((record) => choices.withdrawn.has(decisionKey(record)));
  // What the tables say is revoked waits for its reason, and needs not be looked for.
  const asked = [...new Set([...still, ...found.slice(0, FOUND)])];
  const shown = [...chosen, ...asked.filter((record) => !chosen.includes(record))];
  return html`<h3>撤销 <span class="muted num">${choices.withdrawn.size} 条</span></h3>
    <p>决定被撤销、变更或者确认违法的，在这里填写原因。公示内容改为撤销说明，三日内上传（行政处罚法第四十八条）。</p>
    ${still.length ? html`<div class="note problem" role="alert"><p>新表格中已标为撤销、网站上仍在公示 ${still.length} 条，请在下面写明原因撤销。</p></div>` : nothing}
    <label class="narrow">查找要撤销的记录 <input type="search" placeholder="文号或名称" .value=${sought} @input=${(event: Event) => store.set({ sought: (event.target as HTMLInputElement).value })}></label>
    <p role="status" class="muted">${words ? `找到 ${found.length} 条${found.length > FOUND ? `，显示前 ${FOUND} 条，请多输入几个字` : ''}` : ''}</p>
    <ul class="files">${shown.map((record) => {
      const key = decisionKey(record);
      const reason = choices.withdrawn.get(key);
      return html`<li><span class="grow"><strong>${nameOf(record)}</strong> <span class="muted">${KIND_DEFS[record.kind].label}</span>${reason ? html`<br>撤销原因：${reason}` : nothing}</span>
      ${
        reason
          ? html`<button type="button" @click=${() => set(key, undefined)}>取消撤销<span class="vh">：${nameOf(record)}</span></button>`
          : record.status === 'revoked'
            ? html`<span class="muted">已撤销</span>`
            : html`<form class="bar" @submit=${withdraw(key)}><input required aria-label=${`撤销原因：${nameOf(record)}`} placeholder="撤销原因"><button type="submit">撤销</button></form>`
      }
    </li>`;
    })}</ul>`;
};

export const mergeStep = (store: Store): TemplateResult => {
  const { existing, choices, problems, results, sources } = store.state;
  const lead = '网站上已经有 sgs.json 的，在这里打开它，新记录与它合并；第一次做专栏的，直接下一步。';
  if (sources.length && !results) return html`${heading('merge', lead)}${onward(store, undefined, CHECKING)}`;
  const { difference: { added, corrected, same, missing }, stillPublished } = store.outcome;
  const all = existing ? [...added, ...corrected.map(({ after }) => after), ...same, ...missing] : [];
  const missingChoice = (
    value: 'keep' | 'remove',
    label: string,
  ): TemplateResult => html`<label class="check"><input type="radio" name="missing" .checked=${choices.missing === value}
    @change=${() => store.set({ choices: { ...choices, missing: value }, unsaved: true })}>${label}</label>`;
  return html`
    ${heading('merge', lead)}
    ${problems.length ? html`<div class="note problem" role="alert">${problems.map((problem) => html`<p>${problem}</p>`)}</div>` : nothing}
    <div class="bar">
      <label class="button file"><input type="file" accept=".json" @change=${(event: Event) => void choose(store, event)}>${existing ? '换一个数据文件' : '打开现有的 sgs.json'}</label>
      ${existing ? html`<button type="button" @click=${() => store.set({ existing: undefined })}>不合并</button>` : nothing}
    </div>
    ${
      existing
        ? html`
      <p role="status"><strong>${existing.name}</strong>：现有 ${existing.records.length} 条${existing.gone ? `（另有 ${existing.gone} 条公示期满或不能公示，不再写入）` : ''}。合并后新增 ${added.length} 条、更正 ${corrected.length - [...choices.refused].length} 条、相同 ${same.length} 条。</p>
      ${corrected.length ? corrections(store, corrected) : nothing}
      ${
        missing.length && sources.length
          ? html`<fieldset class="options"><legend>现有数据里有、新表格里没有的 ${missing.length} 条</legend>
        ${missingChoice('keep', '保留（新表格只是新增的部分）')}${missingChoice('remove', '移除（新表格就是全部）')}</fieldset>`
          : nothing
      }
      ${withdrawal(store, all, stillPublished)}
      ${existing.history.length ? html`<details><summary>以前的改动</summary><ul>${existing.history.map((line) => html`<li>${line.on}：新增 ${line.added}、更正 ${line.corrected}、撤销 ${line.withdrawn}、移除 ${line.removed}</li>`)}</ul></details>` : nothing}`
        : empty('没有打开现有数据：下载的文件只含这次导入的记录。')
    }
    ${repairedView(store)}
    ${onward(store)}`;
};
