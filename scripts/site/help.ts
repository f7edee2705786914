/** The page “排查”: every failure with what each side sees, every reason, every finding of `sgs check`. */
import { FINDINGS, type FindingCode } from '../../src/check/finding.js';
import { REMEDIES } from '../../src/elements/failure-note.js';
import { en } from '../../src/locale/en.js';
import { zhCN } from '../../src/locale/zh-CN.js';
import type { FailureCode } from '../../src/model/failure.js';
import { FAILURES } from './failures.js';
import { list, mono, table } from './markdown-table.js';
import { NOTICES, REJECTED, WITHHELD } from './reasons.js';
import type { Language } from './words.js';

const HEADS = {
  zh: { citizen: '读者看到', webmaster: '网站管理员在控制台看到', note: '网址后加 `?sgs-debug`，栏目下面还写着', causes: '原因', cures: '怎么办' },
  en: {
    citizen: 'The citizen sees', webmaster: 'The webmaster sees in the console (Chinese)', note: 'With `?sgs-debug` behind the address, below the column too',
    causes: 'Causes', cures: 'Cures',
  },
} as const;

export const failureAnchor = (language: Language, code: FailureCode): string => `${code}${language === 'zh' ? '：' : ': '}${FAILURES[code][language].title}`;

export const failureReference = (language: Language): string => Object.entries(FAILURES).map(([name, { told, [language]: advice }]) => {
  const code = name as FailureCode;
  const heads = HEADS[language];
  return [
    `## ${failureAnchor(language, code)}`,
    `**${heads.citizen}**${language === 'zh' ? '：' : ': '}${(language === 'zh' ? zhCN : en).failure(code)}`,
    `**${heads.webmaster}**`, list(told.map((sentence) => mono(`sgs: ${sentence}`))),
    `**${heads.note}**${language === 'zh' ? '：' : ': '}${REMEDIES[code]}`,
    `**${heads.causes}**`, list(advice.causes),
    `**${heads.cures}**`, list(advice.cures),
  ].join('\n\n');
}).join('\n\n');

export const failureOverview = (language: Language): string => table(
  language === 'zh' ? ['代码', '是什么', '读者看到'] : ['code', 'is', 'the citizen sees'],
  Object.entries(FAILURES).map(([code, { [language]: { title } }]) => [mono(code), title, (language === 'zh' ? zhCN : en).failure(code as FailureCode)]),
);

const meanings = (language: Language, rows: Readonly<Record<string, readonly [string, string]>>): string => table(
  language === 'zh' ? ['代码', '意思'] : ['code', 'means'], Object.entries(rows).map(([code, [zh, english]]) => [mono(code), language === 'zh' ? zh : english]),
);

export const withheldReference = (language: Language): string => meanings(language, WITHHELD);
export const rejectedReference = (language: Language): string => meanings(language, REJECTED);
export const noticeReference = (language: Language): string => meanings(language, NOTICES);

const GRAVE = { zh: { error: '错误', warning: '警告', note: '说明' }, en: { error: 'error', warning: 'warning', note: 'note' } } as const;

export const findingReference = (language: Language): string => table(
  language === 'zh' ? ['代码', '程度', '说明'] : ['code', 'severity', 'sentence'],
  (Object.keys(FINDINGS) as FindingCode[]).map((code) => [mono(code), GRAVE[language][FINDINGS[code].severity], FINDINGS[code].text]),
);
