/** `sgs watch`: one run of 网络检测, for a daily task; what it sees goes into a log for each department. */
import { readFile } from 'node:fs/promises';
import { inParallel } from '../../score/read.js';
import { readDepartments, type Department } from '../../score/departments.js';
import { lookAt, saidIn, type Look } from '../../score/watch-read.js';
import { lineOfFailure, linesOfRun, type Said } from '../../score/watch-run.js';
import type { WatchLine } from '../../score/watch-state.js';
import { watchResult, type WatchFinding } from '../../score/watch-findings.js';
import { GONE_WORDS, watchText } from '../../score/watch-words.js';
import type { Load } from '../../score/department.js';
import type { SgsConfig } from '../../model/config.js';
import { VERSION } from '../../model/version.js';
import { todayInChina } from '../../rules/gate.js';
import { CliError, EXIT, type Run } from '../command.js';
import { fileError } from '../files.js';
import { readFeed } from '../input.js';
import type { Io } from '../io.js';
import { dayOption, textOption, textsOption } from '../options.js';
import { addToLog, alone, digest, logPath, openLog } from '../watching.js';
import { beside, configOf, failureOf, jsonAt } from './score.js';

/** What came of one department. */
interface Watching {
  readonly name: string;
  readonly text: string;
  readonly code: 'ok' | 'found' | 'failed';
  /** What this run has shown, and the hash that the log ends with. */
  readonly findings: readonly WatchFinding[];
  readonly last: string;
}

async function historyAt(path: string): Promise<readonly unknown[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => { throw fileError(path, error); });
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
    if (Array.isArray(value)) return value as readonly unknown[];
  } catch {
    // Said below.
  }
  throw new CliError(`${path}：不是有效的变更记录。`);
}

/** `新增 3 条，改动 1 条，不再公示 2 条（公示到期 1，未说明 1）` */
function summaryOf(lines: readonly WatchLine[]): string {
  const events = lines.flatMap((line) => line.events ?? []);
  const count = (...whats: readonly string[]): number => events.filter(([what]) => whats.includes(what)).length;
  const left = Object.entries(GONE_WORDS).flatMap(([why, word]) => {
    const number = events.filter((event) => event[0] === 'gone' && event[2] === why).length;
    return number ? [`${word} ${number}`] : [];
  });
  return [
    `在公示 ${lines[lines.length - 1]?.count ?? 0} 条`, `新增 ${count('new')} 条`, `改动 ${count('changed', 'said')} 条`,
    ...(count('back') ? [`重新出现 ${count('back')} 条`] : []),
    ...(left.length ? [`不再公示 ${count('gone')} 条（${left.join('，')}）`] : []),
  ].join('，');
}

async function look(department: Department, config: SgsConfig | undefined, list: string, today: string, io: Io): Promise<Look> {
  const load: Load = async (place, asked) => {
    try {
      return { ok: true, report: await readFeed(beside(list, place), asked, { ...io, progress: () => undefined }) };
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  };
  return lookAt(department, config, today, load, digest);
}

async function watch(
  department: Department, list: string, folder: string, at: string, said: Said, io: Io,
): Promise<Watching> {
  const { name } = department;
  const path = logPath(folder, name);
  const opened = await openLog(path, name);
  if (!opened.log.ok) return { name, text: `${opened.log.problem}：${path}`, code: 'failed', findings: [], last: '' };
  const config = await configOf(department, list);
  const by = digest(`${VERSION}\n${JSON.stringify(config ?? {})}`).slice(0, 6);
  const seen = await look(department, config, list, at.slice(0, 10), io);
  const lines = seen.ok ? linesOfRun(opened.log.state, seen.observation, at, by, said) : [lineOfFailure(at, seen.failure.code)];
  const last = await addToLog(path, name, opened, lines);
  if (!seen.ok) return { name, text: `无法读取：${seen.failure.detail}`, code: 'found', findings: [], last };
  const after = await openLog(path, name);
  const known = new Set(watchResult(opened.log.state).findings.map((one) => JSON.stringify(one)));
  const findings = after.log.ok ? watchResult(after.log.state).findings.filter((one) => !known.has(JSON.stringify(one))) : [];
  return { name, text: summaryOf(lines), code: findings.length ? 'found' : 'ok', findings, last };
}

const SHOWN = 5;

const inWords = ({ name, text, findings }: Watching): string => [
  `${name}：${text}`,
  ...findings.slice(0, SHOWN).map((finding) => `    ${finding.documentNumber || '（无文号）'}  ${watchText(finding)}`),
  ...(findings.length > SHOWN ? [`    另有 ${findings.length - SHOWN} 处，见 sgs score --log`] : []),
].join('\n');

export const run: Run = async ([place], options, io) => {
  const list = String(place);
  const folder = textOption(options, 'log');
  if (folder === undefined) throw new CliError('请用 --log 写明检测日志放在哪个文件夹。');
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString();
  const at = `${dayOption(options, 'today') ?? todayInChina()} ${now.slice(11, 16)}`;
  const listed = readDepartments(await jsonAt(list));
  if (!listed.ok) throw new CliError(`${list}：${listed.problem}。`);
  const histories: (readonly unknown[])[] = [];
  for (const path of textsOption(options, 'history')) histories.push(await historyAt(path));
  const said = saidIn(histories);
  const { departments } = listed;
  const all = await alone(folder, () => inParallel(
    departments,
    // What is wrong with the list or the disk is no failing of the department's: nothing is logged.
    (department) => watch(department, list, folder, at, said, io).catch((error: unknown): Watching =>
      ({ name: department.name, text: failureOf(error).detail, code: 'failed', findings: [], last: '' })),
    (done) => io.progress(`检测 ${done}/${departments.length}`),
  ));
  await io.out(options['json']
    ? JSON.stringify(all.map(({ name, code, text, findings, last }) => ({ name, code, text, findings, last })), null, 2)
    : [
      `网络检测 ${at}  共 ${all.length} 个部门，其中 ${all.filter(({ code, findings }) => code !== 'ok' && !findings.length).length} 个无法读取`,
      ...all.map(inWords),
      `日志校验码（请另行留存，可证明日志未被删改）：${digest(all.map(({ last }) => last).join('\n')).slice(0, 22)}`,
    ].join('\n'));
  return all.some(({ code }) => code === 'failed') ? EXIT.failed : all.every(({ code }) => code === 'ok') ? EXIT.ok : EXIT.found;
};
