/** Records with a wrong value wait for somebody's word (`--confirm`); they are named with what is wrong. */
import { findingText, placeText } from '../check/finding.js';
import type { SgsRecord } from '../model/record.js';
import { numbersIn } from '../publication/end.js';
import { normalizeText } from '../query/normalize.js';
import { CliError, type Options } from './command.js';
import { decisionLabel } from './merging.js';
import { textsOption } from './options.js';
import type { Held, Source } from './source.js';
import { isNumber } from './repaired.js';

export interface Consent {
  /** Numbers as they are compared, by what was typed. */
  readonly numbers: ReadonlyMap<string, string>;
  /** What is left of the command's arguments. */
  readonly places: readonly string[];
}

/** `--confirm`: by number or id. What the shell makes arguments of is taken, too, unless `--repaired` may have it. */
export async function consentOf(given: readonly string[], options: Options): Promise<Consent> {
  const typed = textsOption(options, 'confirm').flatMap(numbersIn);
  if (options['confirm'] !== undefined && !typed.length) throw new CliError('请在 --confirm 后写明核对无误的文书号。');
  const places: string[] = [];
  for (const place of given) {
    if (typed.length && options['repaired'] === undefined && (await isNumber(place))) typed.push(place.trim());
    else places.push(place);
  }
  return { numbers: new Map(typed.map((number) => [normalizeText(number), number])), places };
}

const numberOf = ({ id, documentNumber }: SgsRecord, numbers: Consent['numbers']): string | undefined =>
  [documentNumber, id].map((one) => normalizeText(one ?? '')).find((one) => one !== '' && numbers.has(one));

/** The source without the records that wait. */
export function holdWrong(source: Source, { numbers }: Consent): Source {
  const held: Held[] = [];
  const confirmed: SgsRecord[] = [];
  const records = source.records.filter((record) => {
    const findings = source.wrong.get(record);
    if (!findings) return true;
    if (numberOf(record, numbers) === undefined) held.push({ record, findings });
    else confirmed.push(record);
    return numberOf(record, numbers) !== undefined;
  });
  return { ...source, records, held, confirmed };
}

/** What waits and why, and what was confirmed. */
export const heldLines = ({ held = [], confirmed = [] }: Pick<Source, 'held' | 'confirmed'>): readonly string[] => [
  ...(held.length ? [`  待确认 ${held.length} 条，没有写入。请改正原数据；核对无误的，用 --confirm 写明文书号：`] : []),
  ...held.map(({ record, findings }) => {
    const [first] = findings;
    const place = first ? `（${placeText(first, record.kind)}）` : '';
    return `    ${decisionLabel(record)}${place}：${findings.map((finding) => findingText(finding, record.kind)).join('；')}`;
  }),
  ...(confirmed.length ? [`  已按 --confirm 确认并写入 ${confirmed.length} 条：${confirmed.map(decisionLabel).join('、')}`] : []),
];

/** Numbers that were confirmed and that no waiting record has. */
export const unconfirmedLines = (sources: readonly Source[], { numbers }: Consent): readonly string[] => {
  const used = new Set(sources.flatMap(({ confirmed = [] }) => confirmed.map((record) => numberOf(record, numbers))));
  const left = [...numbers].filter(([number]) => !used.has(number)).map(([, typed]) => `“${typed}”`);
  return left.length ? [`没有等待确认的${left.join('、')}，请核对文书号`] : [];
};
