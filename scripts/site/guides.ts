/** What the guides of the site share with those of the stories: steps, command lines and files. */
import * as commands from '../../stories/guide/commands.js';
import { CLERK, QUESTIONS, SUPERVISOR, type Step, type StepPart, type StepTable } from '../../stories/guide/steps.js';
import { scoreZhCN as scoreWords } from '../../src/locale/score-zh-CN.js';
import { DEFAULTS } from '../../src/score/settings.js';
import { methodRows } from '../../src/score/sheets.js';
import { codeBlock, table } from './markdown-table.js';
import type { Language } from './words.js';

/** Comments of the shared command lines are for readers of Chinese. */
const commandLines = (language: Language, text: string): string => codeBlock(language === 'zh' ? text : text.replace(/^#.*\n/gm, ''), 'sh');

/** The four indicators with their default weights and thresholds. */
const indicators = (): string => table(
  [scoreWords.indicator, `默认${scoreWords.weights}`, `默认${scoreWords.thresholds}`, scoreWords.howCounted],
  methodRows(DEFAULTS, scoreWords).map((row) => row.map(String)),
);

const ledger = (): string => table([scoreWords.indicator, scoreWords.howCounted],
  scoreWords.ledgerRules.map((rule) => [rule.split('：', 1)[0] ?? '', rule.slice(rule.indexOf('：') + 1)]));

const TABLES: Readonly<Record<StepTable, () => string>> = { indicators, ledger };

function partOf(language: Language, part: StepPart): string {
  if (typeof part === 'string') return part;
  if ('code' in part) return /^[[{]/.test(part.code) ? codeBlock(part.code, 'json') : commandLines(language, part.code);
  return 'picture' in part ? `![${part.shows}](${language === 'zh' ? '' : '../'}img/${part.picture}.png)` : TABLES[part.table]();
}

const steps = (language: Language, all: readonly Step[]): string => all.map(({ [language]: { title, parts } }) =>
  [`## ${title}`, ...parts.map((part) => partOf(language, part))].join('\n\n')).join('\n\n');

export const clerkSteps = (language: Language): string => steps(language, CLERK);
export const supervisorSteps = (language: Language): string => steps(language, SUPERVISOR);

export const questions = (language: Language): string => table(
  language === 'zh' ? ['看到的', '原因', '怎么办'] : ['you see', 'because', 'do'], QUESTIONS.map(([zh, en]) => (language === 'zh' ? zh : en)),
);

const lines = (text: string) => (language: Language): string => commandLines(language, text);

export const guideCode = {
  'code-webmaster': lines(commands.WEBMASTER), 'code-repaired': lines(commands.REPAIRED), 'code-sync': lines(commands.SYNC),
  'code-cron': lines(commands.CRON),
} as const;
