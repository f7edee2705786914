/** `sgs score`: how well departments publish, ranked; for the monthly report. */
import { writeCsv } from '../../export/csv.js';
import { writeXlsx } from '../../export/xlsx.js';
import { scoreZhCN as words } from '../../locale/score-zh-CN.js';
import { DIMENSIONS } from '../../model/dimensions.js';
import { scorecardHtml } from '../../prerender/scorecard.js';
import { todayInChina } from '../../rules/gate.js';
import { readDepartments } from '../../score/departments.js';
import { isMonth } from '../../score/months.js';
import { inParallel } from '../../score/read.js';
import { indicatorsOf, indicatorsOfPart, rateOf, type Indicator } from '../../score/indicators.js';
import type { Points } from '../../score/points.js';
import { hasFailed, scorecardOf, type DepartmentScore, type Scorecard } from '../../score/score.js';
import { readSettings, type ScoreSettings } from '../../score/settings.js';
import { aboutRows, bookSheets, faultText, rankingSheet, timelinessText } from '../../score/sheets.js';
import { CliError, EXIT, type Options, type Run } from '../command.js';
import { calendarOf, jsonAt, readOne } from '../departments.js';
import { writeWhole } from '../files.js';
import type { Io } from '../io.js';
import { ledgersOf } from '../ledgers.js';
import { textsOption, textOption } from '../options.js';
import { lookAt, watchOf } from '../watching.js';

async function settingsOf({ weights, failUnder }: Options): Promise<ScoreSettings> {
  const settled = readSettings(weights === undefined ? {} : await jsonAt(String(weights)));
  if (!settled.ok) throw new CliError(`${String(weights)}：${settled.problem}。`);
  return failUnder === undefined ? settled.settings : { ...settled.settings, pass: Number(failUnder) };
}

const points = (value: Points): string => (value === null ? '—' : words.points(value));

/** Faults shown of each department; all of them stand in the files. */
const SHOWN = 5;

const figuresIn = (all: readonly Indicator[]): string => all
  .map(({ name, count, of }) => `${words.indicatorName(name)} ${words.figure(count, of, of === undefined ? null : rateOf(count, of))}`)
  .join('，');

function inWords(one: DepartmentScore): string {
  const { name, rank, failure, score, change, fixes, grade, coverage, split = [], gaps } = one;
  if (failure) return `—  ${name}\n    ${words.unread(failure.detail)}`;
  if (!score) return `—  ${name}`;
  const { timeliness, completeness, accuracy, availability } = score;
  const { missing, verified, contradicted } = timeliness;
  const { runs, readable } = availability;
  return [
    `${rank ?? '—'}  ${name}  ${words.total} ${points(score.total)}${grade && `，${words.grade}${grade}`}`
      + (score.known < DIMENSIONS.length && score.total !== null ? `（${words.partial(score.known)}）` : '')
      + (score.total !== null && !score.verifiable ? `（${words.unverifiable}）` : '')
      + (change === null ? '' : `，${words.change}${words.changed(change)}`),
    `    ${DIMENSIONS.map((dimension) => {
      const unmet = score.met[dimension] === false ? `（${words.unmet}）` : '';
      return `${words.dimension(dimension)} ${points(score[dimension].points)}${unmet}`;
    }).join('  ')}`,
    `    ${timelinessText(timeliness, words)}`,
    `    ${words.completeness(completeness.filled, completeness.required, missing)}；`
      + words.accuracy(accuracy.rows - accuracy.faulty, accuracy.rows),
    `    ${words.updated(availability.updated, availability.age)}；`
      + (availability.empty.length ? words.emptyMonths(availability.empty) : words.noEmptyMonths),
    ...(runs === null || readable === null ? [] : [`    ${words.readable(readable, runs)}；${words.proven(verified, contradicted)}`]),
    ...(coverage
      ? [figuresIn(indicatorsOf(one)), words.notDue(coverage.pending, coverage.exempt)].filter(Boolean).map((text) => `    ${text}`)
      : []),
    ...split.filter(({ by }) => by !== 'month').map((part) => `      ${words.part(part.by, part.of)}：${figuresIn(indicatorsOfPart(part))}`),
    ...gaps.map(({ series, numbers, count }) => `    ${words.hint}：${words.seriesGap(series, numbers, count)}`),
    ...(fixes.length ? [`    ${words.fixes} ${fixes.length}：`] : []),
    ...fixes.slice(0, SHOWN).map((fix) => `      ${fix.documentNumber || words.row(fix.row)}  ${faultText(fix, words)}`),
    ...(fixes.length > SHOWN ? [`      ${words.moreFixes(fixes.length - SHOWN)}`] : []),
  ].join('\n');
}

const summary = (card: Scorecard): string => [
  words.title, card.month ? words.period(card.month, card.month) : words.period(card.from, card.to),
  words.departments(card.departments.length, card.departments.filter(({ failure }) => failure).length), words.made(card.date),
].join('  ');

async function csvOf(card: Scorecard): Promise<string> {
  const written = await writeCsv(rankingSheet(card, words));
  return written.ok ? written.value.text().then((text) => `\ufeff${text.replace(/^\ufeff/, '')}`) : '';
}

async function write(path: string, bytes: Uint8Array | string, io: Io): Promise<void> {
  await writeWhole(path, async (file) => {
    await file.writeFile(bytes);
  });
  io.say(`已写入 ${path}`);
}

export const run: Run = async ([place], options, io) => {
  const list = String(place);
  const { json, csv, xlsx, html, month, failUnder } = options;
  const today = String(options['today'] ?? todayInChina());
  if (!/^\d{4}-\d\d-\d\d$/.test(today)) throw new CliError('--today 应为 YYYY-MM-DD。');
  if (month !== undefined && !isMonth(String(month))) throw new CliError('--month 应为 YYYY-MM。');
  if (failUnder !== undefined && !(Number(failUnder) >= 0 && Number(failUnder) <= 100)) throw new CliError('--fail-under 应为 0–100 的数。');
  const settings = await settingsOf(options);
  const listed = readDepartments(await jsonAt(list));
  if (!listed.ok) throw new CliError(`${list}：${listed.problem}。`);
  const { departments } = listed;
  const calendar = await calendarOf(options);
  const ledgers = await ledgersOf(textsOption(options, 'ledger'), departments, list);
  for (const { place: file, count } of ledgers.strangers) io.say(words.strangers(file, count));
  const folder = textOption(options, 'watch') ?? textOption(options, 'log');
  const settled = { list, today, calendar };
  const readings = await inParallel(
    departments,
    async (department) => {
      const ledger = ledgers.of.get(department.name);
      // One look serves both: what is counted is what was seen.
      if (options['watch'] !== undefined) await lookAt(department, settled, String(folder), io);
      return readOne(department, { ...settled, ledger, watch: await watchOf(department, list, folder, io) }, io);
    },
    (done) => io.progress(words.reading(done, departments.length)),
  );
  const card = scorecardOf(readings, { today, settings, ...(month !== undefined && { month: String(month) }) });

  if (xlsx !== undefined) {
    const book = await writeXlsx(bookSheets(card, words), {
      title: words.title,
      date: today,
      about: { name: words.about, rows: aboutRows(card, words) },
    });
    if (book.ok) await write(String(xlsx), new Uint8Array(await book.value.arrayBuffer()), io);
  }
  if (html !== undefined) await write(String(html), scorecardHtml(card, words), io);
  await io.out(
    json ? JSON.stringify(card, null, 2) : csv ? await csvOf(card) : [summary(card), ...card.departments.map(inWords)].join('\n\n'),
  );
  const failed = card.departments.filter((one) => hasFailed(one, failUnder === undefined ? 0 : settings.pass));
  return failed.length ? EXIT.found : EXIT.ok;
};
