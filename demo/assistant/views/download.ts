/** Step 7: the files. */
import { html, nothing, type TemplateResult } from 'lit';
import { fileName } from '../../../src/export/file-name.js';
import { hand } from '../core/files.js';
import { packed, readme, trialPage } from '../core/package.js';
import { snippetOf } from '../look.js';
import { widgetFiles } from '../preview.js';
import type { Store } from '../store.js';
import { presentKinds } from './look.js';
import { empty, heading, onward } from './parts.js';

const saveFeed = (store: Store) => (): void => {
  hand('sgs.json', new Blob([...store.pieces()], { type: 'application/json' }));
  store.set({ unsaved: false });
  store.say('已交给浏览器下载。');
};

const savePackage = (store: Store) => (): void => {
  const { look } = store.state;
  // The page to try lies beside its files, wherever those of the site will lie.
  const here = snippetOf({ ...look, place: 'template', feed: 'sgs.json', script: 'sgs.js' }, presentKinds(store.outcome));
  const own = snippetOf(look, presentKinds(store.outcome));
  const files: readonly (readonly [string, Iterable<string>])[] = [
    ['sgs.json', store.pieces()],
    ...widgetFiles().map(([name, text]) => [name, [text]] as const),
    ['示例网页.html', [trialPage(here.template, here.text)]],
    ['说明.txt', ['\ufeff', readme(own.template, own.text)]],
  ];
  hand(fileName('双公示专栏', store.today, 'zip'), packed(files));
  store.set({ unsaved: false });
  store.say('已交给浏览器下载。');
};

export const downloadStep = (store: Store): TemplateResult => {
  const { results, sources, existing } = store.state;
  const lead = '下载后上传到网站。以后更新，再用这个工具打开现有的 sgs.json 合并即可。';
  if (sources.length && !results) return html`${heading('download', lead)}${onward(store, undefined, true)}`;
  const { rows, waiting, line } = store.outcome;
  return html`
    ${heading('download', lead)}
    ${waiting ? html`<div class="note problem"><p>还有 ${waiting} 条等待处理，不会写入文件。<button type="button" @click=${() => store.go('fix')}>回到处理</button></p></div>` : nothing}
    ${rows.length ? html`
      <p><strong>sgs.json 将包含 ${rows.length} 条记录</strong>${existing ? `：新增 ${line.added}、更正 ${line.corrected}、撤销 ${line.withdrawn}、移除 ${line.removed}` : ''}。证件号码、联系方式等不在其中。</p>
      <ul class="files">
        <li><span class="grow"><strong>全部文件（.zip）</strong><br><span class="muted">第一次使用：数据、脚本 sgs.js、可以参考的网页和说明</span></span><button type="button" class="primary" @click=${savePackage(store)}>下载全部文件</button></li>
        <li><span class="grow"><strong>数据（sgs.json）</strong><br><span class="muted">以后更新：只换这一个文件</span></span><button type="button" @click=${saveFeed(store)}>下载 sgs.json</button></li>
      </ul>` : empty('没有可以写入的记录。')}
    ${onward(store)}`;
};
