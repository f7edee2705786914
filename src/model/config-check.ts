/** Whether a configuration is one, and what is wrong with it where it isn't. */
import { isPlainObject, type SgsConfig } from './config.js';
import { KINDS } from './kinds.js';
import { PRESETS } from './presets.js';

/** What each setting may be: the one table that the check in the page and the JSON Schema are made of. */
export type Shape = 'text' | 'flag' | 'number' | 'map' | readonly string[] | { readonly [key: string]: Shape };

export const CONFIG_SHAPE: { readonly [key in keyof SgsConfig]-?: Shape } = {
  mapping: 'map',
  request: {
    timeout: 'number', retry: 'number', maxBytes: 'number', method: ['GET', 'POST'], body: ['form', 'json'], query: 'map',
    page: 'text', size: 'text', pageSize: 'number', first: 'number', offset: 'flag', keyword: 'text',
    filters: { kind: 'text', category: 'text', department: 'text', year: 'text', from: 'text', to: 'text' },
    sort: 'text', id: 'text', fields: 'map',
    kinds: KINDS.reduce((shape, kind) => ({ ...shape, [kind]: 'text' }), {}),
    preset: Object.keys(PRESETS),
  },
  response: { records: 'text', total: 'text' },
  encoding: 'text',
  standard: ['2015', '2018'],
  labels: 'map',
  texts: { notice: 'text', remedy: 'text', duty: 'text', contact: 'text', objection: 'text', repair: 'text' },
  gate: { internal: 'flag', restricted: 'flag', revoked: 'flag', expired: 'flag', future: 'flag', minor: 'flag' },
  privacy: { maskNames: 'flag', legalRepresentative: 'flag', redactText: 'flag' },
};

/** What the value of a setting should be, in words; '' where it is. */
const wanted = (value: unknown, shape: Exclude<Shape, object>  | readonly string[]): string => {
  if (Array.isArray(shape)) return shape.includes(value) ? '' : shape.join(' 或 ');
  if (shape === 'text') return typeof value === 'string' ? '' : '文字';
  if (shape === 'flag') return typeof value === 'boolean' ? '' : 'true 或 false';
  if (shape === 'number') return typeof value === 'number' && value >= 0 ? '' : '不小于 0 的数';
  return isPlainObject(value) && Object.keys(value).every((key) => typeof value[key] === 'string' || isPlainObject(value[key])) ? '' : '名称与文字的对照';
};

/** What is wrong with a configuration: each key, its value and what it should be; '' when nothing is. */
export const configProblem = (value: unknown, shape: Shape = CONFIG_SHAPE, path = ''): string => {
  if (typeof shape === 'string' || Array.isArray(shape)) {
    const should = wanted(value, shape as Exclude<Shape, object>);
    return should && `${path} 的值 ${JSON.stringify(value)} 不对，应为${should}`;
  }
  if (!isPlainObject(value)) return `${path || '配置'} 的值 ${JSON.stringify(value)} 不对，应为对象`;
  return Object.keys(value).filter((key) => value[key] !== undefined).map((key) => {
    const inner = Object.prototype.hasOwnProperty.call(shape, key) ? (shape as Record<string, Shape>)[key] : undefined;
    return inner ? configProblem(value[key], inner, path + key + (typeof inner === 'object' && !Array.isArray(inner) ? '.' : '')) : `不认识配置项 ${path}${key}，请删除或检查拼写`;
  }).filter(Boolean).join('；');
};
