/** `--repaired`: decisions whose publicity has ended leave the result and are named; nothing false is published of them. */
import { numbersIn, repairedDecision, speaksOfEnd, type EndedDecision } from '../publication/end.js';
import type { SgsRecord } from '../model/record.js';
import { normalizeText } from '../query/normalize.js';
import type { WithheldReason } from '../model/outcome.js';
import { CliError, type Options } from './command.js';
import { isAddress, STDIN } from './input.js';
import { decisionLabel, exists } from './merging.js';
import { dayOption, textsOption } from './options.js';
import { WITHHELD } from './words.js';

export interface Repairs {
  /** As they were typed. */
  readonly decisions: readonly EndedDecision[];
  /** ISO: the day on which publicity ended. */
  readonly on: string;
  /** What is left of the command's arguments: files and addresses. */
  readonly places: readonly string[];
}

/** 文号 behind an option that the shell made arguments of: what is called 号 and is no file. */
export const isNumber = async (place: string): Promise<boolean> =>
  place !== STDIN && !isAddress(place) && /号\s*$/.test(place) && !(await exists(place));

/** @throws {CliError} when the day lies ahead, or nothing is said to be repaired on it */
export async function repairsOf(given: readonly string[], options: Options, today: string): Promise<Repairs> {
  const typed = textsOption(options, 'repaired').flatMap(numbersIn);
  const day = dayOption(options, 'on');
  if (options['repaired'] !== undefined && !typed.length) throw new CliError('请在 --repaired 后写明已修复的文书号。');
  if (day !== undefined && !typed.length) throw new CliError('--on 是修复或终止公示的日期，要和 --repaired 一起使用。');
  const on = day ?? today;
  if (on > today) throw new CliError(`--on ${on} 在今天之后：公示到期以前请照常公示，到期后再运行。`);
  if (!typed.length) return { decisions: [], on, places: given };
  const places: string[] = [];
  for (const place of given) {
    // Confirmed or repaired: nobody can tell.
    if (options['confirm'] === undefined && await isNumber(place)) typed.push(place.trim());
    else places.push(place);
  }
  return { decisions: [...new Set(typed)].map(repairedDecision), on, places };
}

/** @throws {CliError} when a revocation is given what is none as its reason, or one decision is to be both */
export function checkWithdrawals(withdrawn: readonly string[], reason: string | undefined, { decisions }: Repairs): void {
  if (speaksOfEnd(reason))
    throw new CliError('信用修复、终止公示不是撤销：不得公开为“已撤销”，没有改动文件。请改用 --repaired 移除（国办发〔2025〕22号）。');
  const repaired = new Set(decisions.map(({ documentNumber = '' }) => normalizeText(documentNumber)));
  const both = withdrawn.filter((number) => repaired.has(normalizeText(number)));
  if (both.length) throw new CliError(`${both.map((number) => `“${number}”`).join('、')}不能既撤回又已修复，没有改动文件。`);
}

type Left = Pick<SgsRecord, 'kind' | 'id'> & { readonly documentNumber?: string; readonly reason: WithheldReason };

/** What has left, by number, with the reason; of long lists all, since somebody has to see each. */
export const endedLines = (left: readonly Left[], on: string, said: ReadonlySet<string> = new Set()): readonly string[] =>
  left.map((one) => {
    const byHand = one.documentNumber !== undefined && said.has(normalizeText(one.documentNumber));
    return `  移除：${decisionLabel(one)}（${WITHHELD[one.reason]}${byHand ? `，${on}` : ''}）`;
  });

/** Numbers as they are compared. */
export const numbersOf = ({ decisions }: Repairs): ReadonlySet<string> =>
  new Set(decisions.map(({ documentNumber = '' }) => normalizeText(documentNumber)));

/** `“1号”、“2号”` of those that were found nowhere. */
export const missedText = (decisions: readonly EndedDecision[], found: ReadonlySet<EndedDecision>): string =>
  decisions.filter((one) => !found.has(one)).map(({ documentNumber = '' }) => `“${documentNumber}”`).join('、');
