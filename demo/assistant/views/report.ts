/** Step 3: what is wrong, missing, late or personal, with its place, before anything is written. */
import { html, nothing, type TemplateResult } from 'lit';
import { FINDINGS, type Finding, type FindingCode, type Severity } from '../../../src/check/finding.js';
import { NOTICE_EFFECTS, NOTICE_RULES, noticeSections, noticeSubject } from '../../../src/check/notice-words.js';
import { writeCsv } from '../../../src/export/csv.js';
import { fileName } from '../../../src/export/file-name.js';
import { writeXlsx } from '../../../src/export/xlsx.js';
import { KIND_DEFS, KINDS, type Kind } from '../../../src/model/kinds.js';
import { downloadFile, tableOfLines } from '../core/files.js';
import type { Results } from '../core/examine.js';
import type { Store } from '../store.js';
import { empty, heading, CHECKING, onward, PAGE, noticePlaceOf, pager, placeOf, table, wordsOf } from './parts.js';

export const SEVERITIES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };

/** Of one sort. */
const MOST_NOTICES = 100;

type Line = Finding & { readonly kind?: Kind };

const linesOf = (results: Results, severity: Severity | 'all'): readonly Line[] =>
  results.report.findings.filter((group) => severity === 'all' || group.severity === severity).flatMap(({ sample }) => sample);

const known = new WeakMap<Results, Map<string, readonly Line[]>>();

/** Sorted by their places, worked out once for each filter. */
const lines = (results: Results, severity: Severity | 'all', code: FindingCode | undefined): readonly Line[] => {
  const all = known.get(results) ?? new Map<string, readonly Line[]>();
  known.set(results, all);
  const key = `${severity} ${code ?? ''}`;
  const found = all.get(key) ?? linesOf(results, severity).filter((line) => !code || line.code === code);
  all.set(key, found);
  return found;
};

const COLUMNS: readonly (readonly [string, (line: Line) => string])[] = [
  ['级别', ({ severity }) => SEVERITIES[severity]],
  ['位置', placeOf],
  ['公示类别', ({ kind }) => (kind ? KIND_DEFS[kind].label : '')],
  ['问题', (line) => wordsOf(line, line.kind)],
];

const download = (store: Store, found: readonly Line[], format: 'csv' | 'xlsx') => async (): Promise<void> => {
  const table = tableOfLines('检查报告', found, COLUMNS);
  const written = await (format === 'csv' ? writeCsv(table) : writeXlsx([table], { title: '检查报告', date: store.today }));
  if (written.ok) downloadFile(fileName('检查报告', store.today, format), written.value);
};

const figure = (label: string, value: string | number, note = ''): TemplateResult =>
  html`<div><dt>${label}</dt><dd><span class="big num">${value}</span>${note ? html` <span class="muted">${note}</span>` : nothing}</dd></div>`;

const figures = ({ report, skipped }: Results): TemplateResult => {
  const { rows, kinds, timeliness: { inTime, late, median, worst }, required, filled } = report;
  const withheld = Object.values(report.withheld).reduce<number>((sum, count) => sum + count, 0);
  const rejected = Object.values(report.rejected).reduce<number>((sum, count) => sum + count, 0);
  return html`<dl class="figures">
    ${figure('记录', rows, skipped ? `另有 ${skipped} 行空行、合计等，已跳过` : '')}
    ${figure('可以公示', report.shown, KINDS.flatMap((kind) => (kinds[kind] ? [`${KIND_DEFS[kind].label} ${kinds[kind]}`] : [])).join('、'))}
    ${figure('按规定不公示', withheld)}
    ${figure('有误，无法公示', rejected)}
    ${required ? figure('必填项完整', `${Math.floor((filled / required) * 1000) / 10}%`, `${filled} / ${required}`) : nothing}
    ${inTime + late ? figure('7 个工作日内公示', `${Math.round((inTime / (inTime + late)) * 100)}%`, `超期 ${late} 条${median === undefined ? '' : `，中位 ${median} 个、最长 ${worst ?? 0} 个工作日`}`) : nothing}
  </dl>`;
};

const filters = (store: Store, { report }: Results): TemplateResult => {
  const { severity, code } = store.state;
  const count = (one: Severity): number => report.findings.reduce((sum, group) => sum + (group.severity === one ? group.count : 0), 0);
  const all = count('error') + count('warning') + count('note');
  const button = (value: Severity | 'all', label: string, number: number): TemplateResult =>
    html`<button type="button" aria-pressed=${severity === value} @click=${() => {
      store.setPage('report', 1);
      store.set({ severity: value, code: undefined });
    }}>${label} <span class="num">${number}</span></button>`;
  const groups = report.findings.filter((group) => severity === 'all' || group.severity === severity);
  return html`<div class="bar screen" role="group" aria-label="按级别筛选">
      ${button('all', '全部', all)}${(['error', 'warning', 'note'] as const).map((one) => button(one, SEVERITIES[one], count(one)))}
    </div>
    <label class="screen narrow">问题种类 <select @change=${(event: Event) => {
      store.setPage('report', 1);
      store.set({ code: ((event.target as HTMLSelectElement).value || undefined) as FindingCode | undefined });
    }}>
      <option value="" ?selected=${!code}>全部种类</option>
      ${groups.map(
        (group) =>
          html`<option value=${group.code} ?selected=${group.code === code}>${FINDINGS[group.code].text
            .replace(/“\{\w+\}”/g, '某列')
            .replace(/没有写入/, '不会写入')
            .replace(/已(?=隐去|脱敏)/, '将')}（${group.count}）</option>`,
      )}
    </select></label>`;
};

const NOTICE_HEADS = ['列和值', '位置', '规则', '依据'];

/** What is withheld, masked or not understood, by what becomes of it. No value of it is a person's. */
const noticesView = ({ notices }: Results): TemplateResult | typeof nothing => (notices.length === 0 ? nothing : html`
  <h3>不公示、隐去和不明确的内容</h3>
  ${noticeSections(notices).map(({ what, notices: own }) => html`<h4>${NOTICE_EFFECTS[what]} <span class="muted num">${own.length} 项</span></h4>
    ${table(NOTICE_EFFECTS[what], 'notices', NOTICE_HEADS, own.slice(0, MOST_NOTICES).map((notice) => ({
      header: 0,
      cells: [noticeSubject(notice), noticePlaceOf(notice), NOTICE_RULES[notice.rule].text, NOTICE_RULES[notice.rule].source],
    })))}
    ${own.length > MOST_NOTICES ? html`<p class="muted">另有 ${own.length - MOST_NOTICES} 项。</p>` : nothing}`)}`);

export const reportStep = (store: Store): TemplateResult => {
  const { results, severity, code, problems } = store.state;
  const lead = '还没有写入任何文件。下面按表格的行和列列出问题；可以改好原表重新导入，也可以继续，由下一步处理不能公开的内容。';
  if (!results) return html`${heading('report', lead)}${onward(store, undefined, CHECKING)}`;
  const found = lines(results, severity, code);
  const page = store.pageOf('report');
  return html`
    ${heading('report', lead)}
    ${problems.length ? html`<div class="note problem" role="alert">${problems.map((problem) => html`<p>${problem}</p>`)}</div>` : nothing}
    ${figures(results)}
    <h3>问题</h3>
    ${
      results.report.findings.length
        ? html`
      ${filters(store, results)}
      <div class="bar screen">
        <span class="grow" role="status">${found.length} 个问题</span>
        <button type="button" @click=${download(store, found, 'xlsx')}>下载 Excel</button>
        <button type="button" @click=${download(store, found, 'csv')}>下载 CSV</button>
        <button type="button" @click=${() => print()}>打印</button>
      </div>
      ${table(
        '检查出的问题',
        'findings',
        COLUMNS.map(([label]) => label),
        found.slice((page - 1) * PAGE, page * PAGE).map((line) => ({
          header: 1,
          cells: [
            html`<span class="severity ${line.severity}">${SEVERITIES[line.severity]}</span>`,
            placeOf(line),
            line.kind ? KIND_DEFS[line.kind].label : '—',
            wordsOf(line, line.kind),
          ],
        })),
      )}
      ${pager('问题的页码', page, found.length, (to) => store.setPage('report', to))}`
        : empty('没有发现问题。')
    }
    ${noticesView(results)}
    ${onward(store)}`;
};
