/** The list of departments that a supervisor keeps: a JSON list, as it comes. */
import { isPlainObject, type SgsConfig } from '../model/config.js';
import { configProblem } from '../model/config-schema.js';
import { isMonth } from './months.js';

export interface Department {
  readonly name: string;
  /** Addresses of its feeds, or paths for the command line; several are judged as one. */
  readonly feeds: readonly string[];
  /** Its column's configuration, or where that lies. */
  readonly config?: string | SgsConfig;
  /** Where the log of first sight lies that `sgs watch` keeps of it: what it has proven goes into the points. */
  readonly watch?: string;
  /** The first month (`YYYY-MM`) that it has to answer for: earlier ones are neither judged nor missing. */
  readonly since?: string;
}

export type Departments =
  | { readonly ok: true; readonly departments: readonly Department[] }
  | { readonly ok: false; /** What is wrong, for a person (Chinese). */ readonly problem: string };

const KEYS = ['name', 'feed', 'config', 'watch', 'since'];

const problemOf = (entry: unknown, names: ReadonlySet<string>): string => {
  if (!isPlainObject(entry)) return '应为 {"name": "部门名称", "feed": "数据地址"}';
  const { name, feed, config, watch, since } = entry;
  const unknown = Object.keys(entry).filter((key) => !KEYS.includes(key));
  if (unknown.length) return `不认识 ${unknown.join('、')}，请删除或检查拼写`;
  if (typeof name !== 'string' || !name.trim()) return '缺少部门名称 name';
  if (names.has(name.trim())) return `部门名称“${name.trim()}”重复`;
  if (typeof feed !== 'string' || !feed.trim()) return `“${name}”缺少数据地址 feed`;
  if (since !== undefined && (typeof since !== 'string' || !isMonth(since))) return `“${name}”的 since 应为 YYYY-MM`;
  if (watch !== undefined && (typeof watch !== 'string' || !watch.trim())) return `“${name}”的 watch 应为检测日志的地址`;
  if (config === undefined || typeof config === 'string') return '';
  const wrong = configProblem(config);
  return wrong && `“${name}”的配置有误：${wrong}`;
};

/**
 * Reads the list: `[{"name", "feed", "config"?, "watch"?, "since"?}]`, or an object that has it as `departments`. All of it or
 * nothing: a department that was left out for a typing error would not be missed by anybody.
 */
export const readDepartments = (value: unknown): Departments => {
  const list = isPlainObject(value) ? value['departments'] : value;
  if (!Array.isArray(list) || !list.length) return { ok: false, problem: '应为部门的列表：[{"name": "部门名称", "feed": "数据地址"}]' };
  const names = new Set<string>();
  const departments: Department[] = [];
  for (const [at, entry] of list.entries()) {
    const problem = problemOf(entry, names);
    if (problem) return { ok: false, problem: `第 ${at + 1} 个部门：${problem}` };
    const { name, feed, config, watch, since } = entry as
      { name: string; feed: string; config?: string | SgsConfig; watch?: string; since?: string };
    names.add(name.trim());
    departments.push({
      name: name.trim(),
      feeds: feed.trim().split(/\s+/),
      ...(config !== undefined && { config }),
      ...(watch !== undefined && { watch: watch.trim() }),
      ...(since !== undefined && { since }),
    });
  }
  return { ok: true, departments };
};
