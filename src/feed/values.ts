/** Amounts and lists. */
import { KIND_DEFS, type Kind } from '../model/kinds.js';

/**
 * An amount in 万元, at most six decimals; undefined where there is none or it can't be read.
 * The national columns are in 万元 (domain §1.6, trap 7); a text that says 元, or a column that does, is converted.
 */
export const parseAmount = (value: unknown, inYuan = false): number | undefined => {
  const text = (typeof value === 'number' ? String(value) : typeof value === 'string' ? value.normalize('NFKC') : '').replace(
    /[,，\s¥￥]|人民币|RMB/gi,
    '',
  );
  const match = /^(\d{1,15}(?:\.\d+)?(?:e-\d+)?)(万元?|元整?|亿元?)?$/i.exec(text);
  if (!match) return undefined;
  const unit = match[2]?.charAt(0) ?? (inYuan ? '元' : '万');
  const amount = Number(match[1]) * (unit === '元' ? 1e-4 : unit === '亿' ? 1e4 : 1);
  return Math.round(amount * 1e6) / 1e6;
};

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
    const [word = ''] = rest.split('、');
    const piece = label ?? word;
    pieces.push(piece);
    rest = rest.slice(piece.length + 1);
  }
  // Words that are no labels belong together: “没收工具、设备”.
  return pieces.some((piece) => labels.includes(piece)) ? pieces : [part];
};

/** The values of a category column, official labels kept whole. */
export const parseCategories = (text: string, kind: Kind): string[] => {
  const labels = KIND_DEFS[kind].categories;
  const numbered = NUMBERED[kind];
  const values = text.split(/[；;|\n]|[，,](?!\s*补充)/).map((part) => part.trim()).filter(Boolean)
    .flatMap((part) => splitOnComma(part, labels).map((piece) => piece.trim()).filter(Boolean))
    .map((part) => (numbered && /^\d{1,2}$/.test(part) ? (numbered[1][Number(part) - numbered[0]] ?? part) : part));
  return [...new Set(values)];
};
