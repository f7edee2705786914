/** A scorecard as one page to send or to print: no script, no style of its own in attributes, nothing to load. */
import type { ScoreWords } from '../locale/score-words.js';
import { DIMENSIONS } from '../model/dimensions.js';
import type { Points, Scored } from '../score/points.js';
import type { DepartmentScore, Scorecard } from '../score/score.js';
import { watchLines, watchText } from '../score/watch-words.js';
import { factsOf, gapNotes, totalNotes } from '../score/facts.js';
import { faultText, ledgerRows, methodRows, rulesText } from '../score/sheets.js';
import { markup, type Markup } from './markup.js';
import { overview, OVERVIEW_STYLE } from './score-overview.js';

const STYLE =
  'body{max-width:72em;margin:0 auto;padding:1em;font:16px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;'
  + 'color:#1c2127;background:#fff;overflow-wrap:anywhere}table{width:100%;margin:0 0 1.5em;border-collapse:collapse}'
  + 'caption{padding:.5em 0;font-weight:700;text-align:left}'
  + 'th,td{padding:.4em .6em;border:1px solid #68727d;text-align:left;vertical-align:top}'
  + 'thead th{background:#f1f5fa}.short{white-space:nowrap}section{break-inside:avoid-page}';

const points = (value: Points, words: ScoreWords): string => (value === null ? '—' : words.points(value));

/** Figures, grades and short heads stay in one line. */
const SHORT = 5;
const cell = (content: string | number): Markup =>
  (String(content).length > SHORT ? markup`<td>${content}</td>` : markup`<td class="short">${content === '' ? '—' : content}</td>`);

const tableRow = ([first = '', ...rest]: readonly (string | number)[]): Markup =>
  markup`<tr><th scope="row">${first}</th>${rest.map(cell)}</tr>\n`;

const table = (
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Markup => markup`<table><caption>${caption}</caption>
<thead><tr>${heads.map((head) =>
    (head.length > SHORT ? markup`<th scope="col">${head}</th>` : markup`<th scope="col" class="short">${head}</th>`))}</tr></thead>
<tbody>
${rows.map(tableRow)}</tbody></table>\n`;

const ranking = ({ departments }: Scorecard, words: ScoreWords): Markup =>
  table(
    words.ranking,
    [
      words.department, words.rank, words.total, ...DIMENSIONS.map((name) => words.dimension(name)), words.change, words.grade,
      words.status,
    ],
    departments.map(({ name, rank, failure, score, change, grade }) => [
      name,
      rank ?? '—',
      points(score?.total ?? null, words)
        + (score ? totalNotes(score, DIMENSIONS.length, words) : []).map((note) => `（${note}）`).join(''),
      ...DIMENSIONS.map(
        (dimension) => `${points(score?.[dimension].points ?? null, words)}${score?.met[dimension] === false ? `（${words.unmet}）` : ''}`,
      ),
      change === null ? '—' : words.changed(change),
      grade || '—',
      failure ? words.unread(failure.detail) : score?.total === null ? words.noScore : words.read,
    ]),
  );

/** What the log of first sight has proven, where there is one. */
const watched = ({ watch }: DepartmentScore, words: ScoreWords): Markup | string => (watch
  ? markup`<ul>${watchLines(watch).map((line) => markup`<li>${line}</li>`)}</ul>
${watch.findings.length
  ? table(`${words.watch}（${watch.findings.length}）`, [words.documentNumber, words.watchFound],
    watch.findings.map((one) => [one.documentNumber, watchText(one)]))
  : ''}`
  : '');

function department(one: DepartmentScore, words: ScoreWords): Markup {
  const { name, failure, score, trend, fixes } = one;
  if (failure) return markup`<section><h2>${name}</h2><p>${words.unread(failure.detail)}</p>${watched(one, words)}</section>\n`;
  const lines = [...factsOf(score as Scored, words).map(([, text]) => text), ...gapNotes(one.gaps, words)];
  return markup`<section><h2>${name}</h2>
<ul>${lines.map((text) => markup`<li>${text}</li>\n`)}</ul>
${table(
  words.trend,
  [words.monthHead, words.total, words.dimension('timeliness'), words.records],
  trend.map(({ month, total, timeliness, rows }) => [words.month(month), points(total, words), points(timeliness, words), rows]),
)}
${
  fixes.length
    ? table(
        `${words.fixes}（${fixes.length}）`,
        [words.documentNumber, words.dimensionHead, words.fault],
        fixes.map((fix) => [fix.documentNumber || words.row(fix.row), words.dimension(fix.dimension), faultText(fix, words)]),
      )
    : markup`<p>${words.noFixes}</p>`
}${watched(one, words)}</section>\n`;
}

const ledger = (card: Scorecard, words: ScoreWords): Markup | '' => (card.ledger
  ? markup`${table(words.ledger, words.ledgerHeads, ledgerRows(card, words))}
<ul>${words.ledgerRules.map((rule) => markup`<li>${rule}</li>\n`)}</ul>\n`
  : '');

export function scorecardHtml(card: Scorecard, words: ScoreWords): string {
  const head = markup`<meta charset="utf-8"><meta name="generator" content="sgs">${
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`}`;
  const methodHeads = [words.indicator, words.weights, words.thresholds, words.howCounted];
  const method = table(words.method, methodHeads, methodRows(card.settings, words));
  const period = card.month ? words.period(card.month, card.month) : words.period(card.from, card.to);
  const notes = markup`<p>${rulesText(card.settings, words)}</p>
<p>${period}。${words.made(card.date)}。</p>`;
  return markup`<!doctype html>
<html lang="${words.tag}"><head>${head}<title>${words.title}</title><style>${STYLE + OVERVIEW_STYLE}</style></head>
<body><h1>${words.title}</h1>
${overview(card, words)}${ranking(card, words)}${ledger(card, words)}${
  card.departments.map((one) => department(one, words))}${method}${notes}</body></html>
`.text;
}
