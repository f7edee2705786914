/** `sgs score`: how well departments publish, ranked; for the monthly report. */
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { writeCsv } from '../../export/csv.js';
import { writeXlsx } from '../../export/xlsx.js';
import { scoreZhCN as words } from '../../locale/score-zh-CN.js';
import type { SgsConfig } from '../../model/config.js';
import { configProblem } from '../../model/config-schema.js';
import { DIMENSIONS } from '../../model/dimensions.js';
import type { Failure } from '../../model/failure.js';
import { scorecardHtml } from '../../prerender/scorecard.js';
import { calendarWith, type Calendar } from '../../rules/calendar.js';
import { todayInChina } from '../../rules/gate.js';
import { readDepartment, type Load } from '../../score/department.js';
import { readDepartments, type Department } from '../../score/departments.js';
import { isMonth } from '../../score/months.js';
import { loadJson } from '../../score/json.js';
import { inParallel } from '../../score/read.js';
import type { Points } from '../../score/points.js';
import { hasFailed, scorecardOf, type DepartmentScore, type Reading, type Scorecard } from '../../score/score.js';
import { readSettings, type ScoreSettings } from '../../score/settings.js';
import { factsOf, gapNotes, totalNotes } from '../../score/facts.js';
import { aboutRows, faultText, fixesSheet, ledgerRows, ledgerSheets, rankingSheet, trendSheet } from '../../score/sheets.js';
import { readCalendarFile } from '../config.js';
import { CliError, EXIT, type Options, type Run } from '../command.js';
import { fileError } from '../files.js';
import { writeGuarded, type Target } from '../guard.js';
import { readLedger } from '../ledger.js';
import { isAddress, readFeed } from '../input.js';
import type { Io } from '../io.js';
import { textOption } from '../options.js';
import { watchTextLines, withLogs } from '../watched.js';
import { watchSheet } from '../../score/watch-sheet.js';

export async function jsonAt(place: string): Promise<unknown> {
  if (isAddress(place)) {
    const answer = await loadJson(place);
    if (!answer.ok) throw new CliError(`${place}：${answer.failure.detail}`);
    return answer.value;
  }
  const text = await readFile(place, 'utf8').catch((error: unknown) => { throw fileError(place, error); });
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    throw new CliError(`${place}：不是有效的 JSON。`);
  }
}

/** A place as the list has it: beside the list. */
export const beside = (list: string, place: string): string => {
  if (isAddress(place)) return place;
  return isAddress(list) ? new URL(place, list).href : isAbsolute(place) ? place : resolve(dirname(list), place);
};

/** What the command line says of a place, as a failure; the ranking names the department already. */
export const failureOf = (error: unknown): Failure => ({
  code: 'network',
  detail: error instanceof CliError ? error.message.replace(/^.*?：/, '') : `内部错误：${String(error)}`,
});

/** The configuration of a department: in the list, or in a file or at an address. */
export async function configOf({ config }: Department, list: string): Promise<SgsConfig | undefined> {
  if (typeof config !== 'string') return config;
  const value = await jsonAt(beside(list, config));
  const problem = configProblem(value);
  if (problem) throw new CliError(`${config}：配置有误：${problem}。`);
  return value as SgsConfig;
}

async function readOne(department: Department, list: string, today: string, calendar: Calendar, io: Io): Promise<Reading> {
  const load: Load = async (place, asked) => {
    try {
      return { ok: true, report: await readFeed(beside(list, place), asked, { ...io, progress: () => undefined }) };
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  };
  try {
    return await readDepartment(department, await configOf(department, list), today, load, calendar);
  } catch (error) {
    return { ok: false, department, failure: failureOf(error) };
  }
}

async function settingsOf({ weights, failUnder }: Options): Promise<ScoreSettings> {
  const settled = readSettings(weights === undefined ? {} : await jsonAt(String(weights)));
  if (!settled.ok) throw new CliError(`${String(weights)}：${settled.problem}。`);
  return failUnder === undefined ? settled.settings : { ...settled.settings, pass: Number(failUnder) };
}

const points = (value: Points): string => (value === null ? '—' : words.points(value));

/** Faults shown of each department; all of them stand in the files. */
const SHOWN = 5;

function inWords(one: DepartmentScore): string {
  const { name, rank, failure, score, change, fixes, grade, gaps } = one;
  if (failure) return [`—  ${name}\n    ${words.unread(failure.detail)}`, ...watchTextLines(one)].join('\n');
  if (!score) return `—  ${name}`;
  const [timeliness, completeness, accuracy, availability] = factsOf(score, words).map(([, text]) => text);
  return [
    `${rank ?? '—'}  ${name}  ${words.total} ${points(score.total)}`
      + totalNotes(score, DIMENSIONS.length, words).map((note) => `（${note}）`).join('')
      + (grade && `，${words.grade}${grade}`)
      + (change === null ? '' : `，${words.change}${words.changed(change)}`),
    `    ${DIMENSIONS.map((dimension) => {
      const unmet = score.met[dimension] === false ? `（${words.unmet}）` : '';
      return `${words.dimension(dimension)} ${points(score[dimension].points)}${unmet}`;
    }).join('  ')}`,
    `    ${timeliness}`,
    `    ${completeness}；${accuracy}`,
    `    ${availability}`,
    ...(fixes.length ? [`    ${words.fixes} ${fixes.length}：`] : []),
    ...fixes.slice(0, SHOWN).map((fix) => `      ${fix.documentNumber || words.row(fix.row)}  ${faultText(fix, words)}`),
    ...(fixes.length > SHOWN ? [`      ${words.moreFixes(fixes.length - SHOWN)}`] : []),
    ...gapNotes(gaps, words).map((note) => `    ${note}`),
    ...watchTextLines(one),
  ].join('\n');
}

const summary = (card: Scorecard): string => [
  words.title, card.month ? words.period(card.month, card.month) : words.period(card.from, card.to),
  words.departments(card.departments.length, card.departments.filter(({ failure }) => failure).length), words.made(card.date),
].join('  ');

/** The ledger, a line a split, and what its figures are. */
const ledgerLines = (card: Scorecard): readonly string[] => {
  if (!card.ledger) return [];
  const [, ...heads] = words.ledgerHeads;
  const lines = ledgerRows(card, words).map(([name, ...values]) => `  ${String(name)}  ${
    heads.map((head, at) => `${head} ${String(values[at] === '' ? '—' : values[at])}`).join('  ')}`);
  return [[words.ledger, ...lines, ...words.ledgerRules.map((rule) => `    ${rule}`)].join('\n')];
};

async function csvOf(card: Scorecard): Promise<string> {
  const written = await writeCsv(rankingSheet(card, words));
  return written.ok ? written.value.text().then((text) => `\ufeff${text.replace(/^\ufeff/, '')}`) : '';
}

async function write(target: Target, bytes: Uint8Array | string, io: Io): Promise<void> {
  await writeGuarded(target, async (file) => {
    await file.writeFile(bytes);
  });
  io.say(`已写入 ${target.path}`);
}

export const run: Run = async ([place], options, io) => {
  const list = String(place);
  const sources = [list];
  const { json, csv, xlsx, html, month, failUnder } = options;
  const today = String(options['today'] ?? todayInChina());
  if (!/^\d{4}-\d\d-\d\d$/.test(today)) throw new CliError('--today 应为 YYYY-MM-DD。');
  if (month !== undefined && !isMonth(String(month))) throw new CliError('--month 应为 YYYY-MM。');
  if (failUnder !== undefined && !(Number(failUnder) >= 0 && Number(failUnder) <= 100)) throw new CliError('--fail-under 应为 0–100 的数。');
  const settings = await settingsOf(options);
  const calendar = calendarWith(await readCalendarFile(options['calendar']));
  const listed = readDepartments(await jsonAt(list));
  if (!listed.ok) throw new CliError(`${list}：${listed.problem}。`);
  const { departments } = listed;
  const read = await inParallel(
    departments,
    (department) => readOne(department, list, today, calendar, io),
    (done) => io.progress(words.reading(done, departments.length)),
  );
  const readings = await withLogs(read, textOption(options, 'log'), (log) => beside(list, log), calendar);
  const ledger = await readLedger(options['ledger']);
  const card = scorecardOf(readings, {
    today, settings, calendar, ...(ledger && { ledger }), ...(month !== undefined && { month: String(month) }),
  });

  if (xlsx !== undefined) {
    const sheets = [
      rankingSheet(card, words), ...ledgerSheets(card, words), trendSheet(card, words), fixesSheet(card, words), ...watchSheet(card),
    ];
    const book = await writeXlsx(sheets, {
      title: words.title,
      date: today,
      about: { name: words.about, rows: aboutRows(card, words) },
    });
    if (book.ok) await write({ path: String(xlsx), as: 'workbook', sources }, new Uint8Array(await book.value.arrayBuffer()), io);
  }
  if (html !== undefined) await write({ path: String(html), as: 'page', sources }, scorecardHtml(card, words), io);
  if (json) await io.json(card);
  else await io.out(csv ? await csvOf(card) : [summary(card), ...ledgerLines(card), ...card.departments.map(inWords)].join('\n\n'));
  const failed = card.departments.filter((one) => hasFailed(one, failUnder === undefined ? 0 : settings.pass));
  return failed.length ? EXIT.found : EXIT.ok;
};
