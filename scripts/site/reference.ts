/** Reference of the configuration, the feed's fields, the commands and the rules, from the tables that the code itself uses. */
import { readFileSync } from 'node:fs';
import { toJSONSchema, type JSONSchema } from 'zod/v4/core';
import { COMMANDS } from '../../src/cli/commands.js';
import { configSchema } from '../../src/model/config-schema.js';
import { fieldRows, officialLabel, recordFields } from '../../src/model/fields.js';
import { KIND_DEFS, KINDS, type Kind } from '../../src/model/kinds.js';
import { en } from '../../src/locale/en.js';
import { VERSION } from '../../src/model/version.js';
import { FILES } from '../../stories/guide/files.js';
import { RULES } from '../../stories/guide/rules.js';
import { SETTINGS } from '../../stories/guide/words.js';
import { serverFiles } from '../release/servers.js';
import { COMMANDS_EN, optionInEnglish } from './commands-en.js';
import { codeBlock, mono, table } from './markdown-table.js';
import { SETTINGS_EN } from './settings-en.js';
import type { Language } from './words.js';

const VALUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { string: '文字', boolean: 'true 或 false', number: '数', object: '名称与文字的对照', array: '列名的列表' },
  en: { string: 'text', boolean: 'true or false', number: 'a number', object: 'names to texts', array: 'a list of names' },
};

/** Path and values of every setting, from the schema that the configuration is checked with. */
export const settings = (
  language: Language,
  { type, properties, enum: values }: JSONSchema.BaseSchema = toJSONSchema(configSchema(), { io: 'input', unrepresentable: 'any' }), path = '',
): readonly (readonly [path: string, value: string])[] =>
  properties
    ? Object.entries(properties).flatMap(([key, inner]) => settings(language, inner as JSONSchema.BaseSchema, path ? `${path}.${key}` : key))
    : [[path, values?.map((value) => mono(String(value))).join(' ') ?? VALUES[language][String(type)] ?? String(type)]];

export const configReference = (language: Language): string => table(
  language === 'zh' ? ['配置项', '值', '作用'] : ['setting', 'value', 'says'],
  settings(language).map(([path, value]) => [mono(path), value, (language === 'en' ? SETTINGS_EN[path] : undefined) ?? SETTINGS[path] ?? '']),
);

/** National codes of a row, with their prefix. */
const codesOf = (kind: Kind, codes: string): string => {
  const prefix = { license: 'XK_', penalty: 'CF_' }[kind as string];
  return prefix ? codes.split(' ').filter(Boolean).map((code) => mono(prefix + code.replace(/\^.$/, ''))).slice(0, 3).join(' ') : '';
};

export function fieldReference(language: Language): string {
  const zh = language === 'zh';
  return KINDS.map((kind) => {
    const rows = recordFields(kind).map((field) => {
      const [, , codes = '', labels = ''] = fieldRows(kind).find(([name]) => name === field) ?? [];
      const others = labels.split(' ').slice(1).map((label) => label.replace(/\^.$/, '')).filter((label) => /[^\x20-\x7e]/.test(label)).slice(0, 4).join('、');
      return [mono(field), officialLabel(kind, field), ...(zh ? [] : [en.field(kind, field)]), codesOf(kind, codes), others];
    });
    const title = zh ? `## ${KIND_DEFS[kind].label}（${kind}）` : `## ${en.kind(kind)} (${kind}, ${KIND_DEFS[kind].label})`;
    return `${title}\n\n${table(zh ? ['字段', '标准名称', '国家编码', '也认识'] : ['field', 'official label', 'English', 'national codes', 'also understood'], rows)}`;
  }).join('\n\n');
}

const LAST: Readonly<Record<Language, string>> = {
  zh: '退出码：`0` 正常；`1` 发现需要处理的问题；`2` 未能完成。', en: 'Exit codes: `0` well; `1` something has to be looked at; `2` not done.',
};

export function commandReference(language: Language): string {
  const zh = language === 'zh';
  const parts = COMMANDS.map(({ usage, about, options, examples }) => {
    const [name = ''] = usage.split(' ');
    return [
      `## sgs ${name}`,
      zh ? about : COMMANDS_EN[name] ?? about,
      codeBlock(`sgs ${usage}`),
      options.length ? table(zh ? ['选项', '作用'] : ['option', 'does'], options.map(([flags, text]) => [mono(flags), zh ? text : optionInEnglish(name, flags, text)])) : '',
      zh ? '示例：' : 'Examples:', codeBlock(examples.join('\n'), 'sh'),
    ].filter(Boolean).join('\n\n');
  });
  return [LAST[language], ...parts].join('\n\n');
}

/** Settings of a sentence as code; those it does not name stand behind it. */
const marked = (text: string, names: readonly string[]): string => {
  const found = [...names].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\w.])(${found.map((name) => name.replace('.', '\\.')).join('|')})(?![\\w.])`, 'g');
  const commands = text.replace(/sgs \w+(?: --[\w-]+)?/g, '`$&`');
  const result = found.length ? commands.replace(pattern, '`$1`') : commands;
  return [result, ...names.filter((name) => !result.includes(`\`${name}\``)).map(mono)].join(' ');
};

export const ruleReference = (language: Language): string => table(
  language === 'zh' ? ['内容', '默认', '依据', '怎样改变'] : ['what', 'default', 'source', 'to change it'],
  RULES.map((rule) => {
    const { what, standard, source, change } = language === 'zh' ? rule : rule.en;
    return [what, standard, source, marked(change, rule.settings)];
  }),
);

/** Where each rule stands in the code and who looks after it (docs/rules.md, without its heading). */
export const ruleSources = (): string => readFileSync('docs/rules.md', 'utf8').replace(/^# .*\n+/, '');

export const fileReference = (language: Language): string => table(
  language === 'zh' ? ['文件', '用途'] : ['file', 'when'],
  FILES.map(([files, zh, english]) => [files.map(mono).join(language === 'zh' ? '、' : ', '), language === 'zh' ? zh : english]),
);

/** What the editors leave of each form, as scripts/editors.mjs has measured it into README.zh-CN.md. */
export function editorReference(language: Language): string {
  const [, measured = ''] = /<!-- editors: [^>]*-->\n([^]*?)\n<!-- \/editors -->/.exec(readFileSync('README.zh-CN.md', 'utf8')) ?? [];
  if (language === 'zh') return measured;
  const words: Readonly<Record<string, string>> = {
    编辑器: 'editor', '写法四（只靠网址）': 'form 4, address only', 写法一: 'form 1', 写法二: 'form 2', 写法三: 'form 3', 写法四: 'form 4', 请粘贴: 'paste', 保留: 'kept', 去除: 'removed',
  };
  return Object.entries(words).reduce((text, [zh, english]) => text.replaceAll(`| ${zh} |`, `| ${english} |`).replaceAll(`| ${zh} |`, `| ${english} |`), measured);
}

/** Caches of each web server, from the files of the release. */
export const serverReference = (language: Language): string => serverFiles(VERSION).map(([name, text]) => {
  const [server = ''] = name.split('.');
  const where = language === 'zh' ? `压缩包里的 \`服务器配置/${name}\`：` : `In the archive as \`服务器配置/${name}\`:`;
  return `## ${server}\n\n${where}\n\n${codeBlock(String(text))}`;
}).join('\n\n');
