/** In step 5: decisions that have been repaired, or whose publicity was ended. They leave the file, and nothing is said of them in it. */
import { html, nothing, type TemplateResult } from 'lit';
import { WITHHELD_CODES, FINDINGS } from '../../../src/check/finding.js';
import { KIND_DEFS } from '../../../src/model/kinds.js';
import { numbersIn } from '../../../src/publication/end.js';
import type { Store } from '../store.js';

const add = (store: Store) => (event: SubmitEvent): void => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const typed = form.querySelector('textarea');
  const on = form.querySelector('input')?.value ?? store.today;
  const { choices } = store.state;
  const known = new Set(choices.repaired.map(({ number }) => number));
  const repaired = numbersIn(typed?.value ?? '').filter((number) => !known.has(number)).map((number) => ({ number, on }));
  if (!repaired.length) return;
  store.set({ choices: { ...choices, repaired: [...choices.repaired, ...repaired] }, unsaved: true });
  form.reset();
  store.say(`已移除：${repaired.map(({ number }) => number).join('、')}。`);
};

/** Why it is not public any more, without what follows from it. */
const why = (reason: keyof typeof WITHHELD_CODES): string => FINDINGS[WITHHELD_CODES[reason]].text.replace(/，不公示.*/, '');

export const repairedView = (store: Store): TemplateResult => {
  const { choices } = store.state;
  const { ended, missed } = store.outcome;
  const takeBack = (number: string) => (): void => store.set({
    choices: { ...choices, repaired: choices.repaired.filter((one) => one.number !== number) }, unsaved: true,
  });
  return html`<section aria-label="信用修复和终止公示"><h3>信用修复和终止公示 <span class="muted num">移除 ${ended.length} 条</span></h3>
    <p>已修复或者终止公示的决定不再公示，也不得写成“已撤销”：在这里填写文号，从数据中移除（国办发〔2025〕22号）。表格中标为已修复、公示期已满的，自动移除。</p>
    <form class="options" @submit=${add(store)}>
      <label class="whole">已修复的文号 <span class="muted hint">一行一个</span><textarea required rows="3" autocomplete="off" spellcheck="false"></textarea></label>
      <label>修复（终止公示）日期 <input type="date" required max=${store.today} .value=${store.today}></label>
      <button type="submit">移除</button>
    </form>
    ${missed.length ? html`<div class="note problem" role="alert"><p>没有找到：${missed.join('、')}。请核对文号，或者它是否已经不再公示。</p></div>` : nothing}
    ${choices.repaired.length ? html`<ul class="files" aria-label="填写的文号">${choices.repaired.map(({ number, on }) => html`<li><span class="grow"><strong>${number}</strong> <span class="muted">${on} 修复或终止公示</span></span>
      <button type="button" @click=${takeBack(number)}>取消移除<span class="vh">：${number}</span></button></li>`)}</ul>` : nothing}
    ${ended.length ? html`<ul aria-label="移除的记录">${ended.map(({ record, reason }) => html`<li>移除：${KIND_DEFS[record.kind].label} ${record.documentNumber ?? record.title}（${why(reason)}）</li>`)}</ul>` : nothing}
  </section>`;
};
