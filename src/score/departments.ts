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
  /** The first month (`YYYY-MM`) that it has to answer for: earlier ones are neither judged nor missing. */
  readonly since?: string;
  /** 县（市、区）, for figures by county. */
  readonly county?: string;
  /** Where the log of `sgs watch` lies; where a ledger of numbers (JSON) lies; where the change list of `sgs merge --history` lies. */
  readonly log?: string;
  readonly ledger?: string;
  readonly history?: string;
}

export type Departments =
  | { readonly ok: true; readonly departments: readonly Department[] }
  | { readonly ok: false; /** What is wrong, for a person (Chinese). */ readonly problem: string };

const TEXTS = ['county', 'log', 'ledger', 'history'] as const;
const KEYS = ['name', 'feed', 'config', 'since', ...TEXTS];

const problemOf = (entry: unknown, names: ReadonlySet<string>): string => {
  if (!isPlainObject(entry)) return '应为 {"name": "部门名称", "feed": "数据地址"}';
  const { name, feed, config, since } = entry;
  const unknown = Object.keys(entry).filter((key) => !KEYS.includes(key));
  if (unknown.length) return `不认识 ${unknown.join('、')}，请删除或检查拼写`;
  if (typeof name !== 'string' || !name.trim()) return '缺少部门名称 name';
  if (names.has(name.trim())) return `部门名称“${name.trim()}”重复`;
  if (typeof feed !== 'string' || !feed.trim()) return `“${name}”缺少数据地址 feed`;
  if (since !== undefined && (typeof since !== 'string' || !isMonth(since))) return `“${name}”的 since 应为 YYYY-MM`;
  const text = TEXTS.find((key) => entry[key] !== undefined && typeof entry[key] !== 'string');
  if (text) return `“${name}”的 ${text} 应为文字`;
  if (config === undefined || typeof config === 'string') return '';
  const wrong = configProblem(config);
  return wrong && `“${name}”的配置有误：${wrong}`;
};

/**
 * Reads the list: `[{"name", "feed", "config"?, "since"?}]`, or an object that has it as `departments`. All of it or
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
    const { name, feed, config, since } = entry as { name: string; feed: string; config?: string | SgsConfig; since?: string };
    names.add(name.trim());
    departments.push({
      name: name.trim(),
      feeds: feed.trim().split(/\s+/),
      ...(config !== undefined && { config }),
      ...(since !== undefined && { since }),
      ...TEXTS.reduce<Partial<Record<(typeof TEXTS)[number], string>>>((held, key) => {
        const value = (entry as Readonly<Record<string, unknown>>)[key];
        return typeof value === 'string' ? { ...held, [key]: value } : held;
      }, {}),
    });
  }
  return { ok: true, departments };
};
