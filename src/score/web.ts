/** A supervisor's page: the list at an address, the feeds of all its departments, each read as a page reads it. */
import { loadFeed } from '../feed/load.js';
import type { SgsConfig } from '../model/config.js';
import { configProblem } from '../model/config-schema.js';
import type { Failure } from '../model/failure.js';
import { readDepartment, type Known, type Load } from './department.js';
import { readDepartments, type Department } from './departments.js';
import { loadJson, loadText, LOG_LIMIT, type Json } from './json.js';
import { ledgerOfJson } from './ledger.js';
import { inParallel } from './read.js';
import type { Reading } from './score.js';
import { readSettings, type ScoreSettings } from './settings.js';
import { readLog } from './watch-log.js';

export interface CardRequest {
  /** Absolute address of the list, or the list itself. */
  readonly departments: unknown;
  /** Address of weights and thresholds, or they themselves; nothing: the defaults. */
  readonly weights?: unknown;
  /** Address of a calendar of further years, or itself. */
  readonly calendar?: unknown;
  /** Base of relative addresses that don't come from a file: the page's own. */
  readonly base: string;
  /** ISO, in Chinese time. */
  readonly today: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export type CardReading =
  | { readonly ok: true; readonly readings: readonly Reading[]; readonly settings: ScoreSettings }
  | { readonly ok: false; readonly failure: Failure };

const absolute = (place: string, base: string): string | undefined => {
  try {
    const { protocol, href } = new URL(place, base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

const badAddress = (place: string): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: { code: 'address', detail: `地址有误：${place}。` },
});

/** What stands at an address, or what was given itself. */
const valueOf = async (given: unknown, base: string, signal: AbortSignal): Promise<Json> => {
  if (typeof given !== 'string') return { ok: true, value: given };
  const url = absolute(given, base);
  return url === undefined ? badAddress(given) : loadJson(url, signal);
};

const configOf = async (
  { config }: Department,
  base: string,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly config: SgsConfig | undefined } | { readonly ok: false; readonly failure: Failure }> => {
  const answer = await valueOf(config, base, signal);
  if (!answer.ok) return answer;
  const problem = answer.value === undefined ? '' : configProblem(answer.value);
  return problem
    ? { ok: false, failure: { code: 'config', detail: `配置有误：${problem}。` } }
    : { ok: true, config: answer.value as SgsConfig | undefined };
};

/** The log of first sight and the ledger, where the list names them. What can't be read would only make a department look better. */
const knownOf = async (
  { log, ledger }: Department, base: string, signal: AbortSignal,
): Promise<{ readonly ok: true; readonly known: Known } | { readonly ok: false; readonly failure: Failure }> => {
  const url = log === undefined ? undefined : absolute(log, base);
  const text = log === undefined ? undefined : url === undefined ? badAddress(log) : await loadText(url, signal, LOG_LIMIT);
  if (text && !text.ok) return text;
  const read = text && readLog(text.value);
  if (read && !read.ok) return { ok: false, failure: { code: 'syntax', detail: `监测日志第 ${read.line} 行有误。` } };
  const held = await valueOf(ledger, base, signal);
  if (!held.ok) return held;
  return { ok: true, known: { watch: read?.state, ledger: held.value === undefined ? undefined : ledgerOfJson(held.value) } };
};

const readOne = async (
  department: Department, base: string, calendar: SgsConfig['calendar'], { today, signal }: CardRequest,
): Promise<Reading> => {
  const configured = await configOf(department, base, signal);
  if (!configured.ok) return { ok: false, department, failure: configured.failure };
  const held = await knownOf(department, base, signal);
  if (!held.ok) return { ok: false, department, failure: held.failure };
  const load: Load = async (place, asked) => {
    const url = absolute(place, base);
    return url === undefined ? badAddress(place) : loadFeed({ ...asked, url, signal });
  };
  const { config } = configured;
  const withYears = calendar ? { ...config, calendar: { ...config?.calendar, ...calendar } } : config;
  return readDepartment(department, withYears, today, load, held.known);
};

/** Reads everything; nothing is thrown. A department that can't be read is among the readings, with its failure. */
export async function readCard(asked: CardRequest): Promise<CardReading> {
  const { departments, weights = {}, calendar, base, signal, onProgress } = asked;
  const read = (given: unknown): Promise<Json> => valueOf(given, base, signal);
  const [list, set, days] = await Promise.all([read(departments), read(weights), read(calendar)]);
  if (!list.ok) return list;
  if (!set.ok) return set;
  if (!days.ok) return days;
  const wrong = days.value === undefined ? '' : configProblem({ calendar: days.value });
  if (wrong) return { ok: false, failure: { code: 'config', detail: `${wrong}。` } };
  const listed = readDepartments(list.value);
  if (!listed.ok) return { ok: false, failure: { code: 'shape', detail: `${listed.problem}。` } };
  const settled = readSettings(set.value);
  if (!settled.ok) return { ok: false, failure: { code: 'config', detail: `${settled.problem}。` } };
  const own = (typeof departments === 'string' && absolute(departments, base)) || base;
  const total = listed.departments.length;
  onProgress(0, total);
  const years = days.value as SgsConfig['calendar'];
  const readings = await inParallel(
    listed.departments, (department) => readOne(department, own, years, asked), (done) => onProgress(done, total),
  );
  return { ok: true, readings, settings: settled.settings };
}
