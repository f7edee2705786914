/**
 * What a site may configure, as one schema: the check of `config` with its sentences for the webmaster, the TypeScript
 * type (`SgsConfig`) and `sgs-config.schema.json` are all made of it. Loaded when there is a configuration to check.
 */
import * as z from 'zod/mini';
import { requestShape, responseShape } from './config-request.js';
import { flag, forEach, oneOf, settings, TEXT_MAP, text, textMap } from './config-values.js';
import { EXTRA_MODES, GATE_SWITCHES, VALUE_MEANINGS } from './outcome.js';
import { PRESETS, type PresetName } from './presets.js';

const DAY = /^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const DAYS = '日期的列表，如 ["01-01", "02-08"]';
/** Days off and working weekends, year by year; of the supervisor's own file too. */
const calendarShape = () => {
  const days = z.union([
    z.array(z.string().check(z.regex(DAY)), { error: DAYS }),
    z.string().check(z.refine((text) => text.trim().split(/[\s,，、]+/).every((day) => !day || DAY.test(day)), { error: DAYS })),
  ], { error: DAYS });
  return z.record(
    z.string().check(z.regex(/^20\d\d$/, { error: '年份，如 2027' })),
    settings({ off: days, worked: days }),
    { error: '{"2027": {"off": ["01-01"]}}' },
  );
};

/** The error of `values`. */
const VALUE_MAP = '列名到“值与含义”的对照';

const makeSchema = () => settings({
  /**
   * Their key → our field, for all kinds or per kind: `{"处罚单号": "documentNumber"}` or `{"penalty": {…}}`. `ignore`: the
   * column is never read; `extra`: it is a plain column of the department's, whatever its label looks like.
   */
  mapping: z.record(z.string(), z.union([text, textMap], { error: TEXT_MAP }), { error: TEXT_MAP }),
  request: settings({
    ...requestShape(),
    /** Ready settings of a well-known kind of portal (`presets.ts`); what is set beside it counts. */
    preset: oneOf(Object.keys(PRESETS) as [PresetName, ...PresetName[]]),
  }),
  /** Where things stand in the answer, as keys with points (`data.list`); found by what they look like unless given. */
  response: settings(responseShape()),
  /** Charset of the feed, where the server does not say and detection fails. */
  encoding: text,
  /** The data standard of the feed, which decides what status codes mean. */
  standard: oneOf(['2015', '2018']),
  /**
   * Years of the State Council's calendar that this version does not know: weekdays off and weekends worked, `MM-DD`:
   * `{"2027": {"off": ["01-01"], "worked": ["02-14"]}}`.
   */
  calendar: calendarShape(),
  /** Labels of kinds and fields on screen: `{"blacklist": "失信主体名单", "decidedOn": "决定时间"}`. */
  labels: textMap,
  texts: settings({
    notice: text,
    remedy: text,
    /** The duty to publish, below the numbers at a glance; a sentence about the 7 working days unless given. */
    duty: text,
    /** Whom to ask about a record: shown below each detail. */
    contact: text,
    /** Address (http, https) where an objection can be raised. */
    objection: text,
    /** Address (http, https) where a credit repair can be applied for. */
    repair: text,
    /** Address of an Atom feed (`sgs prerender` writes one): the column's head links to it. */
    subscribe: text,
  }),
  /** Name what is searched for, the page and the open record in the title of the page; default true. */
  pageTitle: flag,
  /**
   * Rules of the gate that the site switches off, each `false`; all are on by default. What is unclear can't be published as
   * a whole: each column or value is settled by `mapping` or `values`.
   */
  gate: settings({
    ...forEach(GATE_SWITCHES, flag),
    unclear: z.literal(true, { error: 'true：不明确的记录不能整体放行，请用 mapping 或 values 逐列、逐值说明' }),
  }),
  /** What the values of a column say of publication and validity: `{"公示状态": {"3": "public", "7": "repaired"}}`. */
  values: z.record(z.string(), z.record(z.string(), oneOf(VALUE_MEANINGS), { error: VALUE_MAP }), { error: VALUE_MAP }),
  /** Columns nobody knows: `show` those of `extraColumns`, `mask` values that look like a person (default), `hide` all. */
  extra: oneOf(EXTRA_MODES),
  /** The columns nobody knows that `extra: "show"` shows. */
  extraColumns: z.array(text, { error: '列名的列表' }),
  privacy: settings({
    /** Mask natural persons' names (张某); default true. */
    maskNames: flag,
    /** Show 法定代表人; default true. */
    legalRepresentative: flag,
    /** Redact IDs, phones, cards and addresses in free text; default true. */
    redactText: flag,
  }),
}).register(z.globalRegistry, { title: 'sgs 配置' });

let schema: ReturnType<typeof makeSchema> | undefined;

/** The schema, made when it is first asked for: to make it costs a page more than to check with it. */
export const configSchema = (): ReturnType<typeof makeSchema> => (schema ??= makeSchema());

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], value);

/** What is wrong with a configuration: each key, its value and what it should be; '' when nothing is. */
export function configProblem(value: unknown): string {
  const { error } = configSchema().safeParse(value);
  return (error?.issues ?? []).map((issue) => {
    const path = pathOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `不认识配置项 ${path && `${path}.`}${key}，请删除或检查拼写`).join('；');
    }
    return `${path || '配置'} 的值 ${JSON.stringify(valueAt(value, issue.path))} 不对，应为${issue.message}`;
  }).join('；');
}

/** What is wrong with a calendar in a file of its own; '' when nothing is. */
export const calendarProblem = (value: unknown): string => configProblem({ calendar: value });
