/** Step 1: files come in. */
import { html, nothing, type TemplateResult } from 'lit';
import { EXAMPLE, EXAMPLE_NAME } from '../core/example.js';
import type { Store } from '../store.js';
import { columnsOf } from '../core/source.js';
import { KIND_DEFS } from '../../../src/model/kinds.js';
import { heading, onward } from './parts.js';

const ACCEPT = '.xlsx,.xls,.csv,.tsv,.txt,.json';

const filesOf = (event: Event): File[] => {
  const input = event.target as HTMLInputElement;
  const files = [...input.files ?? []];
  // The same file can be chosen again after it has been put right.
  input.value = '';
  return files;
};

const drop = (store: Store) => (event: DragEvent): void => {
  event.preventDefault();
  (event.currentTarget as HTMLElement).classList.remove('over');
  const files = [...event.dataTransfer?.files ?? []];
  if (files.length) void store.take(files);
};

const over = (event: DragEvent): void => {
  event.preventDefault();
  (event.currentTarget as HTMLElement).classList.toggle('over', event.type === 'dragover');
};

const taken = (store: Store): TemplateResult => html`
  <h3 id="taken" tabindex="-1">已导入</h3>
  <ul class="files">
    ${store.state.sources.map((source) => {
    const { kind, rows, columns } = columnsOf(source, store.state.mappings.get(source.fingerprint), store.state.kinds.get(source.id));
    return html`<li>
      <span class="grow"><strong>${source.file}</strong>${source.sheet ? html` <span class="muted">工作表“${source.sheet}”</span>` : nothing}<br>
        <span class="muted">${kind ? KIND_DEFS[kind].label : '类别待定'}，${rows === undefined ? '' : `${rows} 行，`}${columns.length} 列</span>${source.unread ? html`<br><span class="muted">没有采用的工作表：${source.unread.join('、')}</span>` : nothing}${source.hidden?.map((sheet) => html`<br>
        <span class="muted">隐藏的工作表“${sheet.name}”没有采用。</span>
        <button type="button" @click=${() => store.unhide(source, sheet)}>采用<span class="vh">隐藏的工作表${sheet.name}</span></button>`)}</span>
      <button type="button" @click=${() => store.remove(source)}>移除<span class="vh">${source.file} ${source.sheet}</span></button>
    </li>`;
  })}
  </ul>`;

export const importStep = (store: Store): TemplateResult => {
  const { sources, problems } = store.state;
  return html`
    ${heading('import', '选择本单位的双公示台账。国家 2015 版、2018 版模板和自己的表格都可以，可以一次选择几个文件。')}
    <div class="drop" @dragover=${over} @dragleave=${over} @drop=${drop(store)}>
      <p class="strong">把文件拖到这里，或者</p>
      <p><label class="button primary file"><input type="file" multiple accept=${ACCEPT} @change=${(event: Event) => void store.take(filesOf(event))}>选择文件</label></p>
      <p class="muted hint">支持 .xlsx、.xls、.csv、.tsv（UTF-8 或 GBK）和 .json</p>
    </div>
    <p class="note">全部在本机处理，不上传。这个网页不能连接网络，断开网线也能使用。</p>
    ${problems.length ? html`<div class="note problem" role="alert"><p class="strong">有文件没有读进来</p><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></div>` : nothing}
    ${sources.length ? taken(store) : html`<p>还没有台账？<button type="button" @click=${() => store.add(EXAMPLE_NAME, { grids: [EXAMPLE] })}>用示例试一试</button></p>`}
    ${onward(store, undefined, sources.length ? '' : '请先选择台账，或者用示例试一试。')}`;
};
