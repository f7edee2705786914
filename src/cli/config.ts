/** The column's configuration, from the file that the page has too. */
import { readFile } from 'node:fs/promises';
import type { SgsConfig } from '../model/config.js';
import { calendarProblem, configProblem } from '../model/config-schema.js';
import { CliError, type Options } from './command.js';
import { fileError } from './files.js';

async function readJson(path: Options[string]): Promise<unknown> {
  const text = await readFile(String(path), 'utf8').catch((error: unknown) => { throw fileError(String(path), error); });
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    throw new CliError(`${String(path)}：不是有效的 JSON。`);
  }
}

/** @param path the value of `--calendar`: years as `config.calendar` has them; none: those that are known here */
export async function readCalendarFile(path: Options[string]): Promise<SgsConfig['calendar']> {
  if (path === undefined) return undefined;
  const value = await readJson(path);
  const problem = calendarProblem(value);
  if (problem) throw new CliError(`${String(path)}：日历有误：${problem}。`);
  return value as SgsConfig['calendar'];
}

/** @param path the value of `--config`; none: no configuration */
export async function readConfigFile(path: Options[string]): Promise<SgsConfig | undefined> {
  if (path === undefined) return undefined;
  const value = await readJson(path);
  const problem = configProblem(value);
  if (problem) throw new CliError(`${String(path)}：配置有误：${problem}。`);
  return value as SgsConfig;
}
