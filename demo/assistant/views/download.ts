/** Step 7: the files: what goes to the site, and what goes to the files and to the credit platform. */
import { html, nothing, type TemplateResult } from 'lit';
import { fileName } from '../../../src/export/file-name.js';
import { digestHtml, digestOf, digestTables, periodOf, type Digest } from '../../../src/publication/digest.js';
import type { CellTable } from '../../../src/publication/table.js';
import { templateOfRecords } from '../../../src/publication/template.js';
import { workbookOf } from '../../../src/publication/workbook.js';
import { downloadFile } from '../core/files.js';
import type { SgsConfig } from '../../../src/model/config.js';
import { pageNeeds } from '../core/settings.js';
import { zipFiles, readme, trialPage } from '../core/package.js';
import { IN_VERSION, snippetOf } from '../look.js';
import { widgetFiles } from '../preview.js';
import type { Store } from '../store.js';
import { presentKinds } from './look.js';
import { empty, heading, CHECKING, onward } from './parts.js';

const saveFeed = (store: Store) => (): void => {
  downloadFile('sgs.json', new Blob([...store.pieces()], { type: 'application/json' }));
  store.set({ unsaved: false });
  store.say('已交给浏览器下载。');
};

const saveShards = (store: Store) => async (): Promise<void> => {
  const blob = await store.shards();
  if (!blob) return;
  downloadFile(fileName('双公示分片', store.today, 'zip'), blob);
  store.set({ unsaved: false });
  store.say('已交给浏览器下载。');
};

const CONFIG = 'sgs.config.json';
const configText = (config: SgsConfig): string => `${JSON.stringify(config, null, 2)}\n`;

const saveConfig = (store: Store, config: SgsConfig) => (): void => {
  downloadFile(CONFIG, new Blob([configText(config)], { type: 'application/json' }));
  store.say('已交给浏览器下载。');
};

/** From so many records on a folder is worth its files. */
const MANY = 5000;

const savePackage = (store: Store) => (): void => {
  const { look } = store.state;
  const { config } = store;
  // The page to try lies beside its files, wherever those of the site will lie.
  const here = snippetOf({ ...look, place: 'template', feed: 'sgs.json', script: `${IN_VERSION}sgs.js` }, presentKinds(store.outcome), pageNeeds(config));
  const own = snippetOf(look, presentKinds(store.outcome), pageNeeds(config));
  const files: readonly (readonly [string, Iterable<string>])[] = [
    ['sgs.json', store.pieces()],
    ...(config ? [[CONFIG, [configText(config)]] as const] : []),
    ...widgetFiles().map(([name, text]) => [IN_VERSION + name, [text]] as const),
    ['示例网页.html', [trialPage(here.template, here.text)]],
    ['说明.txt', ['\ufeff', readme(own.template, own.text)]],
  ];
  downloadFile(fileName('双公示专栏', store.today, 'zip'), zipFiles(files.map(([name, text]) => [`sgs/${name}`, text])));
  store.set({ unsaved: false });
  store.say('已交给浏览器下载。');
};

const save = (store: Store, label: string, make: () => readonly CellTable[]) => async (): Promise<void> => {
  const tables = make();
  if (!tables.length) {
    store.say('没有可以写入的记录。');
    return;
  }
  downloadFile(fileName(label, store.today, 'xlsx'), await workbookOf(tables, label, store.today));
  store.say('已交给浏览器下载。');
};

const digest = (store: Store, unit: 'week' | 'month'): Digest =>
  digestOf(store.outcome.records, { unit, day: store.state.periods[unit] || undefined });

/** Which week or month a summary is of. */
const periodChoice = (store: Store, unit: 'week' | 'month', title: string): TemplateResult => {
  const { periods } = store.state;
  const days = new Map<string, string>();
  for (const { decidedOn } of store.outcome.records) if (decidedOn) days.set(periodOf(decidedOn, unit), decidedOn);
  const chosen = periods[unit] && periodOf(periods[unit], unit);
  return html`<select aria-label=${`${title}的期间`} @change=${(event: Event) => store.set({ periods: { ...periods, [unit]: (event.target as HTMLSelectElement).value } })}>
    <option value="" ?selected=${!chosen}>全部期间</option>
    ${[...days].sort(([a], [b]) => b.localeCompare(a)).map(([period, day]) => html`<option value=${day} ?selected=${period === chosen}>${period}</option>`)}
  </select>`;
};

const UNITS = { week: '每周', month: '每月' } as const;

const filing = (store: Store): TemplateResult => {
  const { standard = '2018', sources } = store.state;
  const name = standard === '2015' ? '2015 年版' : '2018 年版';
  const title = (unit: 'week' | 'month'): string => `双公示${UNITS[unit]}汇总`;
  const print = (unit: 'week' | 'month') => (): void => {
    downloadFile(
      fileName(title(unit), store.today, 'html'),
      new Blob([digestHtml(digest(store, unit), title(unit), store.today)], { type: 'text/html;charset=utf-8' }),
    );
    store.say('已交给浏览器下载。');
  };
  return html`<h3>汇总与报送</h3>
    <ul class="files">
      ${(['week', 'month'] as const).map(
        (
          unit,
        ) => html`<li><span class="grow"><strong>${title(unit)}</strong><br><span class="muted">按类别和科室统计，附清单，供备案</span></span>
        ${periodChoice(store, unit, title(unit))}
        <button type="button" @click=${save(store, title(unit), () => digestTables(digest(store, unit)))}>Excel<span class="vh">：${title(unit)}</span></button>
        <button type="button" @click=${print(unit)}>打印用网页<span class="vh">：${title(unit)}</span></button></li>`,
      )}
      <li><span class="grow"><strong>国家模板（${name}），公示内容</strong><br><span class="muted">不公开的列为空</span></span>
        <button type="button" @click=${save(store, `报送表（${name}）`, () => templateOfRecords(store.outcome.records, { standard }))}>Excel<span class="vh">：国家模板，公示内容</span></button></li>
      ${
        sources.some(({ grid }) => grid)
          ? html`<li><span class="grow"><strong>国家模板（${name}），报送内容</strong><br><span class="danger">含证件号码等，只用于上传信用平台，不要放到网站上</span></span>
        <button type="button" @click=${save(store, `报送表（${name}，含不公开内容）`, () => store.reported(standard))}>Excel<span class="vh">：国家模板，报送内容</span></button></li>`
          : nothing
      }
    </ul>`;
};

export const downloadStep = (store: Store): TemplateResult => {
  const { results, sources, existing, dated } = store.state;
  const lead = '下载后上传到网站。以后更新，再用这个工具打开现有的 sgs.json 合并即可。';
  if (sources.length && !results) return html`${heading('download', lead)}${onward(store, undefined, CHECKING)}`;
  const { records, waiting, line } = store.outcome;
  const { config } = store;
  return html`
    ${heading('download', lead)}
    ${waiting ? html`<div class="note problem"><p>还有 ${waiting} 条等待处理，不会写入文件。<button type="button" @click=${() => store.go('fix')}>回到处理</button></p></div>` : nothing}
    ${
      records.length
        ? html`
      <p><strong>sgs.json 将包含 ${records.length} 条记录</strong>${existing ? `：新增 ${line.added}、更正 ${line.corrected}、撤销 ${line.withdrawn}、移除 ${line.removed}` : ''}。证件号码、联系方式等不在其中。</p>
      <label class="check"><input type="checkbox" .checked=${dated} @change=${(event: Event) => store.set({ dated: (event.target as HTMLInputElement).checked, unsaved: true })}>新增的记录没有公示日期的，写上今天（${store.today}）。今天上传时勾选；考核的及时性按它计算</label>
      <ul class="files">
        <li><span class="grow"><strong>全部文件（.zip）</strong><br><span class="muted">第一次使用：数据、脚本 sgs.js、可以参考的网页和说明</span></span><button type="button" class="primary" @click=${savePackage(store)}>下载全部文件</button></li>
        <li><span class="grow"><strong>数据（sgs.json）</strong><br><span class="muted">以后更新：只换这一个文件</span></span><button type="button" @click=${saveFeed(store)}>下载 sgs.json</button></li>
        ${config ? html`<li><span class="grow"><strong>说明（sgs.config.json）</strong><br><span class="muted">您对列和值所作的说明。${pageNeeds(config) ? '和 sgs.json 一起上传，' : ''}命令行用 --config 读取；这个浏览器已经记住，下次自动套用</span></span><button type="button" @click=${saveConfig(store, config)}>下载 sgs.config.json</button></li>` : nothing}
        ${records.length >= MANY ? html`<li><span class="grow"><strong>分片文件夹（.zip）</strong><br><span class="muted">记录很多时代替 sgs.json：解压后整个文件夹上传，数据文件的地址填其中的 sgs.json，打开网页只读一小部分</span></span><button type="button" @click=${saveShards(store)}>下载分片</button></li>` : nothing}
      </ul>
      ${filing(store)}`
        : empty('没有可以写入的记录。')
    }
    ${onward(store)}`;
};
