/** A supervisor's page: the list at an address, the feeds of all its departments, each read as a page reads it. */
import { fileTypeOf, readTable } from '../import/file.js';
import { TableError } from '../import/grid.js';
import { webAddress } from '../model/web-address.js';
import { loadFeed } from '../feed/load.js';
import type { SgsConfig } from '../model/config.js';
import { calendarProblem, configProblem } from '../model/config-schema.js';
import type { Failure } from '../model/failure.js';
import { calendarWith, type Calendar } from '../rules/calendar.js';
import { readDepartment, type Load } from './department.js';
import { readDepartments, type Department } from './departments.js';
import { loadBytes, loadJson, type Json } from './json.js';
import { ledgerFromGrid, ledgerFromJson, type LedgerReading, type LedgerRow } from './ledger-rows.js';
import { inParallel } from './read.js';
import type { Reading } from './score.js';
import { readSettings, type ScoreSettings } from './settings.js';
import { sha256 } from './sha256.js';
import { readLog, type WatchLog } from './watch-log.js';
import { withWatch } from './watch-score.js';

export interface CardRequest {
  /** Absolute address of the list, or the list itself. */
  readonly departments: unknown;
  /** Address of weights and thresholds, or they themselves; nothing: the defaults. */
  readonly weights?: unknown;
  /** Address of the calendar of years not known here, or it itself (`config.calendar`). */
  readonly calendar?: unknown;
  /** 台账: address of a table (.xlsx, .csv) or of JSON, or the JSON itself. It names people: keep it where only supervisors read. */
  readonly ledger?: unknown;
  /** Base of relative addresses that don't come from a file: the page's own. */
  readonly base: string;
  /** ISO, in Chinese time. */
  readonly today: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export type CardReading =
  | { readonly ok: true; readonly readings: readonly Reading[]; readonly settings: ScoreSettings;
    readonly calendar: Calendar; readonly ledger?: readonly LedgerRow[] | undefined }
  | { readonly ok: false; readonly failure: Failure };

const absolute = (place: string, base: string): string | undefined => webAddress(place, base)?.href;

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

const readOne = async (department: Department, base: string, { today, signal }: CardRequest, calendar: Calendar): Promise<Reading> => {
  const configured = await configOf(department, base, signal);
  if (!configured.ok) return { ok: false, department, failure: configured.failure };
  const load: Load = async (place, asked) => {
    const url = absolute(place, base);
    return url === undefined ? badAddress(place) : loadFeed({ ...asked, url, signal });
  };
  const [reading, log] = await Promise.all([
    readDepartment(department, configured.config, today, load, calendar), logOf(department, base, signal),
  ]);
  if (!log) return reading;
  // Without the log that the supervisor keeps a department would be believed what it says of itself.
  return log.ok ? withWatch(reading, log.state, calendar)
    : { ok: false, department, failure: { code: 'config', detail: `检测日志不能采用：${log.problem}。` } };
};

/** The log of first sight that the list names. */
async function logOf({ name, watch }: Department, base: string, signal: AbortSignal): Promise<WatchLog | undefined> {
  if (watch === undefined) return undefined;
  const url = absolute(watch, base);
  if (url === undefined) return { ok: false, problem: `地址有误（${watch}）` };
  const file = await loadBytes(url, signal);
  if (!file.ok) return { ok: false, problem: file.failure.detail.replace(/。$/, '') };
  return readLog(new TextDecoder().decode(file.bytes), name, sha256);
}

type Ledger = { readonly ok: true; readonly rows: readonly LedgerRow[] } | { readonly ok: false; readonly failure: Failure };

const asLedger = (reading: LedgerReading): Ledger =>
  (reading.ok ? reading : { ok: false, failure: { code: 'shape', detail: `台账：${reading.problem}。` } });

/** A ledger that was given itself. */
export const ledgerOf = (value: unknown): Ledger => asLedger(ledgerFromJson(value));

/** All or nothing: half a ledger would be judged as the whole. */
async function ledgerAt(given: unknown, base: string, signal: AbortSignal): Promise<Ledger | undefined> {
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given !== 'string') return ledgerOf(given);
  const url = absolute(given, base);
  if (url === undefined) return badAddress(given);
  const file = await loadBytes(url, signal);
  if (!file.ok) return file;
  const { bytes } = file;
  try {
    if (fileTypeOf(url, bytes) === 'json') return ledgerOf(JSON.parse(new TextDecoder().decode(bytes).replace(/^\ufeff/, '')));
    const all = (await readTable(url, bytes)).map(({ rows }) => ledgerFromGrid(rows));
    // A sheet of notes beside the ledger is none.
    const read = all.flatMap((one) => (one.ok ? one.rows : []));
    return read.length || !all[0] ? { ok: true, rows: read } : asLedger(all[0]);
  } catch (error) {
    const detail = error instanceof TableError ? error.message : '不是有效的表格或 JSON。';
    return { ok: false, failure: { code: 'shape', detail: `台账：${detail}` } };
  }
}

/** Reads everything; nothing is thrown. A department that can't be read is among the readings, with its failure. */
export async function readCard(asked: CardRequest): Promise<CardReading> {
  const { departments, weights = {}, calendar, ledger, base, signal, onProgress } = asked;
  const [list, set, days] = await Promise.all(
    [departments, weights, calendar].map((given) => valueOf(given, base, signal)),
  ) as [Json, Json, Json];
  if (!list.ok) return list;
  if (!set.ok) return set;
  if (!days.ok) return days;
  const wrong = days.value === undefined ? '' : calendarProblem(days.value);
  if (wrong) return { ok: false, failure: { code: 'config', detail: `${wrong}。` } };
  const years = calendarWith(days.value as SgsConfig['calendar']);
  const listed = readDepartments(list.value);
  if (!listed.ok) return { ok: false, failure: { code: 'shape', detail: `${listed.problem}。` } };
  const settled = readSettings(set.value);
  if (!settled.ok) return { ok: false, failure: { code: 'config', detail: `${settled.problem}。` } };
  const rows = await ledgerAt(ledger, base, signal);
  if (rows && !rows.ok) return rows;
  const own = (typeof departments === 'string' && absolute(departments, base)) || base;
  const total = listed.departments.length;
  onProgress(0, total);
  const readings = await inParallel(
    listed.departments,
    (department) => readOne(department, own, asked, years),
    (done) => onProgress(done, total),
  );
  return { ok: true, readings, settings: settled.settings, calendar: years, ledger: rows?.rows };
}
