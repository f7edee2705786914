/** What the guides of the site share with those of the stories: steps, command lines and files. */
import * as commands from '../../stories/guide/commands.js';
import { CLERK, QUESTIONS, SUPERVISOR, type Step } from '../../stories/guide/steps.js';
import { scoreZhCN as scoreWords } from '../../src/locale/score-zh-CN.js';
import { DEFAULTS } from '../../src/score/settings.js';
import { methodRows } from '../../src/score/sheets.js';
import { codeBlock, table } from './markdown-table.js';
import type { Language } from './words.js';

/** @param root from a page to the site's own folder */
const steps = (language: Language, all: readonly Step[]): string => all.map(({ picture, code, [language]: { title, text, shows } }) => [
  `## ${title}`, text, code === undefined ? '' : codeBlock(code),
  picture ? `![${shows ?? ''}](${language === 'zh' ? '' : '../'}img/${picture}.png)` : '',
].filter(Boolean).join('\n\n')).join('\n\n');

export const clerkSteps = (language: Language): string => steps(language, CLERK);
export const supervisorSteps = (language: Language): string => steps(language, SUPERVISOR);

export const questions = (language: Language): string => table(
  language === 'zh' ? ['看到的', '原因', '怎么办'] : ['you see', 'because', 'do'], QUESTIONS.map(([zh, en]) => (language === 'zh' ? zh : en)),
);

/** The four indicators with their default weights and thresholds. */
export const indicators = (): string => table(
  [scoreWords.indicator, `默认${scoreWords.weights}`, `默认${scoreWords.thresholds}`, scoreWords.howCounted],
  methodRows(DEFAULTS, scoreWords).map((row) => row.map(String)),
);

/** Comments of the shared command lines are for readers of Chinese. */
const lines = (text: string) => (language: Language): string => codeBlock(language === 'zh' ? text : text.replace(/^#.*\n/gm, ''), 'sh');

export const guideCode = {
  'code-webmaster': lines(commands.WEBMASTER), 'code-repaired': lines(commands.REPAIRED), 'code-sync': lines(commands.SYNC),
  'code-cron': lines(commands.CRON),
} as const;
