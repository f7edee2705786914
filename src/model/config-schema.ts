/** The configuration as a schema: what a page checks before it believes a `config`. */
import * as z from 'zod/mini';
import type { SgsConfig } from './config.js';

const flag = z.optional(z.boolean());
const words = z.optional(z.string());
const positive = z.optional(z.number().check(z.gt(0)));

const Config = z.strictObject({
  mapping: z.optional(z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))),
  request: z.optional(z.strictObject({ timeout: positive, retry: z.optional(z.number().check(z.gte(0))), maxBytes: positive })),
  encoding: words,
  standard: z.optional(z.enum(['2015', '2018'])),
  labels: z.optional(z.record(z.string(), z.string())),
  texts: z.optional(z.strictObject({ notice: words, remedy: words })),
  privacy: z.optional(z.strictObject({ maskNames: flag, legalRepresentative: flag, redactText: flag })),
});

/** A checked configuration, or what is wrong with it: the key, the value and what it should be. */
export const checkConfig = (value: unknown): { readonly config: SgsConfig } | { readonly problem: string } => {
  const result = Config.safeParse(value);
  if (result.success) return { config: result.data as SgsConfig };
  return { problem: result.error.issues.map((issue) => problemOf(issue, value)).join('；') };
};

const problemOf = (issue: z.core.$ZodIssue, value: unknown): string => {
  const key = issue.path.join('.') || '配置';
  if (issue.code === 'unrecognized_keys') return `不认识配置项 ${[...issue.path, issue.keys.join('、')].join('.')}，请删除或检查拼写`;
  const found = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value);
  return `${key} 的值 ${JSON.stringify(found) ?? 'undefined'} 不对，应为${expected(issue)}`;
};

const TYPE_NAMES: Readonly<Record<string, string>> = { string: '文字', number: '数字', boolean: 'true 或 false', object: '对象', record: '对象' };

const expected = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return TYPE_NAMES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map((v) => JSON.stringify(v)).join(' 或 ');
  if (issue.code === 'too_small') return `${issue.inclusive ? '不小于' : '大于'} ${String(issue.minimum)} 的数`;
  return '文字或对象';
};
