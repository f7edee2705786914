/** Departments of a supervisor's list, as the command line reads them: feeds, configurations, logs and ledgers beside the list. */
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { SgsConfig } from '../model/config.js';
import { configProblem } from '../model/config-schema.js';
import type { Failure } from '../model/failure.js';
import { readDepartment, type Known, type Load } from '../score/department.js';
import type { Department } from '../score/departments.js';
import { loadJson } from '../score/json.js';
import type { Reading } from '../score/score.js';
import { CliError, type Options } from './command.js';
import { fileError } from './files.js';
import { isAddress, readFeed } from './input.js';
import type { Io } from './io.js';

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
async function configOf({ config }: Department, list: string): Promise<SgsConfig | undefined> {
  if (typeof config !== 'string') return config;
  const value = await jsonAt(beside(list, config));
  const problem = configProblem(value);
  if (problem) throw new CliError(`${config}：配置有误：${problem}。`);
  return value as SgsConfig;
}

/** `--calendar`: years that the State Council has announced since. */
export async function calendarOf({ calendar }: Options): Promise<SgsConfig['calendar']> {
  if (calendar === undefined) return undefined;
  const value = { calendar: await jsonAt(String(calendar)) };
  const problem = configProblem(value);
  if (problem) throw new CliError(`${String(calendar)}：${problem}。`);
  return value.calendar as SgsConfig['calendar'];
}

export interface ReadOneOptions extends Known {
  /** Path or address of the list. */
  readonly list: string;
  /** ISO. */
  readonly today: string;
  readonly calendar?: SgsConfig['calendar'];
}

/** Reads one department; what goes wrong is part of the reading. */
export async function readOne(department: Department, { list, today, calendar, ...known }: ReadOneOptions, io: Io): Promise<Reading> {
  const load: Load = async (place, asked) => {
    try {
      return { ok: true, report: await readFeed(beside(list, place), asked, { ...io, progress: () => undefined }) };
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  };
  try {
    const own = await configOf(department, list);
    const config = calendar ? { ...own, calendar: { ...own?.calendar, ...calendar } } : own;
    return await readDepartment(department, config, today, load, known);
  } catch (error) {
    return { ok: false, department, failure: failureOf(error) };
  }
}

