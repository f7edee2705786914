/** A scorecard as one page to send or to print: no script, no style of its own in attributes, nothing to load. */
import type { ScoreWords } from '../locale/score-words.js';
import { DIMENSIONS } from '../model/dimensions.js';
import { INDICATORS, indicatorsOf, indicatorsOfPart, rateOf } from '../score/indicators.js';
import type { Points, Scored } from '../score/points.js';
import type { DepartmentScore, Scorecard } from '../score/score.js';
import { faultText, methodRows, statusText, timelinessText } from '../score/sheets.js';
import { markup, type Markup } from './markup.js';

const STYLE =
  'body{max-width:72em;margin:0 auto;padding:1em;font:16px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;'
  + 'color:#1c2127;background:#fff;overflow-wrap:anywhere}table{width:100%;margin:0 0 1.5em;border-collapse:collapse}'
  + 'caption{padding:.5em 0;font-weight:700;text-align:left}'
  + 'th,td{padding:.4em .6em;border:1px solid #68727d;text-align:left;vertical-align:top}'
  + 'thead th{background:#f1f5fa}section{break-inside:avoid-page}';

const points = (value: Points, words: ScoreWords): string => (value === null ? '—' : words.points(value));

const tableRow = ([first = '', ...rest]: readonly (string | number)[]): Markup =>
  markup`<tr><th scope="row">${first}</th>${rest.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;

const table = (
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Markup => markup`<table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(tableRow)}</tbody></table>\n`;

const ranking = ({ departments }: Scorecard, words: ScoreWords): Markup =>
  table(
    words.ranking,
    [
      words.department, words.rank, words.total, words.grade, ...DIMENSIONS.map((name) => words.dimension(name)),
      words.change, words.status,
    ],
    departments.map(({ name, rank, score, change, grade, ...one }) => [
      name,
      rank ?? '—',
      points(score?.total ?? null, words),
      grade || '—',
      ...DIMENSIONS.map(
        (dimension) => `${points(score?.[dimension].points ?? null, words)}${score?.met[dimension] === false ? `（${words.unmet}）` : ''}`,
      ),
      change === null ? '—' : words.changed(change),
      statusText({ ...one, ...(score && { score }) }, words),
    ]),
  );

/** 应公示, 已公示 …: the whole with its definitions, then each kind, county and month. */
function coverage(one: DepartmentScore, words: ScoreWords): Markup {
  const rows = indicatorsOf(one).map(({ name, count, of }) =>
    [words.indicatorName(name), words.figure(count, of, of === undefined ? null : rateOf(count, of)), words.definition(name)]);
  const parts = (one.split ?? []).map((part) => [words.part(part.by, part.of), ...indicatorsOfPart(part).map(({ count, of }) =>
    words.figure(count, of, of === undefined ? null : rateOf(count, of)))]);
  const notDue = one.coverage ? words.notDue(one.coverage.pending, one.coverage.exempt) : '';
  const names = INDICATORS.filter((name) => name !== 'stored').map((name) => words.indicatorName(name));
  return markup`${rows.length ? table(words.coverage, [words.indicator, words.figureHead, words.definitionHead], rows) : ''}${
    parts.length ? table(`${words.coverage}（${words.partHead}）`, [words.partHead, ...names], parts) : ''}${
    notDue ? markup`<p>${notDue}</p>` : ''}${
    one.gaps.map(({ series, numbers, count }) => markup`<p>${words.hint}：${words.seriesGap(series, numbers, count)}</p>`)}`;
}

function department(one: DepartmentScore, words: ScoreWords): Markup {
  const { name, failure, score, trend, fixes } = one;
  if (failure) return markup`<section><h2>${name}</h2><p>${words.unread(failure.detail)}</p></section>\n`;
  const { timeliness, completeness, accuracy, availability } = score as Scored;
  const { missing, verified, contradicted } = timeliness;
  const { runs, readable } = availability;
  const watched = runs === null || readable === null ? ''
    : markup`<li>${words.readable(readable, runs)}；${words.proven(verified, contradicted)}</li>`;
  const right = words.accuracy(accuracy.rows - accuracy.faulty, accuracy.rows);
  const empty = availability.empty.length ? words.emptyMonths(availability.empty) : words.noEmptyMonths;
  return markup`<section><h2>${name}</h2>
<ul><li>${timelinessText(timeliness, words)}</li>
<li>${words.completeness(completeness.filled, completeness.required, missing)}</li><li>${right}</li>
<li>${words.updated(availability.updated, availability.age)}；${empty}</li>${watched}</ul>
${coverage(one, words)}${table(
  words.trend,
  [words.monthHead, words.total, words.dimension('timeliness'), words.records],
  trend.map((one) => [words.month(one.month), points(one.total, words), points(one.timeliness, words), one.rows]),
)}
${
  fixes.length
    ? table(
        `${words.fixes}（${fixes.length}）`,
        [words.documentNumber, words.dimensionHead, words.fault],
        fixes.map((fix) => [fix.documentNumber || words.row(fix.row), words.dimension(fix.dimension), faultText(fix, words)]),
      )
    : markup`<p>${words.noFixes}</p>`
}</section>\n`;
}

export function scorecardHtml(card: Scorecard, words: ScoreWords): string {
  const head = markup`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`;
  const methodHeads = [words.indicator, words.weights, words.thresholds, words.howCounted];
  const method = table(words.method, methodHeads, methodRows(card.settings, words));
  const period = card.month ? words.period(card.month, card.month) : words.period(card.from, card.to);
  const notes = markup`<p>${words.totalled(card.settings.pass, card.settings.undatedShare)}</p><p>${period}。${words.made(card.date)}。</p>`;
  return markup`<!doctype html>
<html lang="${words.tag}"><head>${head}<title>${words.title}</title><style>${STYLE}</style></head>
<body><h1>${words.title}</h1>
${ranking(card, words)}${card.departments.map((one) => department(one, words))}${method}${notes}</body></html>
`.text;
}
