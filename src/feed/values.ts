/** Amounts and lists. */
import { KIND_DEFS, type Kind } from '../model/kinds.js';
import { parseLenient } from './lenient-json.js';

export { parseAmount } from './amounts.js';

/** Codes that some systems write for the words (domain §1.9): first value, then the list. */
const NUMBERED: Partial<Record<Kind, readonly [first: number, labels: readonly string[]]>> = {
  license: [1, ['普通', '特许', '认可', '核准', '登记', '其他']],
  penalty: [0, ['警告', '罚款', '没收违法所得、没收非法财物', '责令停产停业', '暂扣或者吊销许可证、暂扣或者吊销执照', '行政拘留', '其他']],
};

const splitOnComma = (part: string, labels: readonly string[]): string[] => {
  if (part.startsWith("其他") || !part.includes('、')) return [part];
  const pieces: string[] = [];
  for (let rest = part; rest;) {
    // The longest official label first: two of them contain “、” themselves.
    const label = labels.filter((l) => rest === l || rest.startsWith(`${l}、`)).sort((a, b) => b.length - a.length)[0];
    const comma = rest.indexOf('、');
    const piece = label ?? (comma < 0 ? rest : rest.slice(0, comma));
    pieces.push(piece);
    rest = rest.slice(piece.length + 1);
  }
  // Words that are no labels belong together: “没收工具、设备”.
  return pieces.some((piece) => labels.includes(piece)) ? pieces : [part];
};

/** `["警告","罚款"]` in a text: a list of words. */
const listIn = (text: string): string => {
  if (!/^\["[^{}]{1,1000}"\]$/.test(text)) return text;
  const list = parseLenient(text);
  return Array.isArray(list) ? list.join('；') : text;
};

/** The values of a category column, official labels kept whole. */
export const parseCategories = (text: string, kind: Kind): string[] => {
  const labels = KIND_DEFS[kind].categories;
  const numbered = NUMBERED[kind];
  const values = listIn(text).split(/[；;|\n]|[，,](?!\s*补充)/).map((part) => part.trim()).filter(Boolean)
    .flatMap((part) => splitOnComma(part, labels).map((piece) => piece.trim()).filter(Boolean))
    .map((part) => (numbered && /^\d{1,2}$/.test(part) ? (numbered[1][Number(part) - numbered[0]] ?? part) : part));
  return [...new Set(values)];
};
