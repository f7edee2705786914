/** The column's configuration, from the file that the page has too. */
import { readFile } from 'node:fs/promises';
import type { SgsConfig } from '../model/config.js';
import { configProblem } from '../model/config-schema.js';
import { CliError, type Options } from './command.js';
import { fileError } from './files.js';

/** @param path the value of `--config`; none: no configuration */
export async function readConfigFile(path: Options[string]): Promise<SgsConfig | undefined> {
  if (path === undefined) return undefined;
  const text = await readFile(String(path), 'utf8').catch((error: unknown) => { throw fileError(String(path), error); });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new CliError(`${String(path)}：不是有效的 JSON。`);
  }
  const problem = configProblem(value);
  if (problem) throw new CliError(`${String(path)}：配置有误：${problem}。`);
  return value as SgsConfig;
}
