// Thirty invented departments: clean feeds made with a fixed seed, into some of which one fault each is planted.
import { isCreditCode } from '../../src/rules/codes.js';
import { addWorkingDays } from '../../src/rules/working-days.js';

type Row = Record<string, unknown>;

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
const randomFrom = (seed: number) => (): number => {
  let t = (seed += 0x6d2b79f5);
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A code with a right check character, of an area that does not exist. */
export const creditCode = (serial: number): string => {
  const body = `91000000${String(serial).padStart(8, '0')}X`;
  return body + Array.from(ALPHABET).find((last) => isCreditCode(body + last))!;
};

export const TODAY = '2026-11-23';
const MONTHS = ['2025-11', '2025-12', ...Array.from({ length: 11 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)];

/** A licence as the 2018 template has it, complete and in time. */
const license = (name: string, code: string, month: string, at: number, random: () => number): Row => {
  const decidedOn = `${month}-${String(2 + Math.floor(random() * 8)).padStart(2, '0')}`;
  const serial = Math.floor(random() * 1e8);
  return {
    XK_XDR_MC: `青岚市第${serial}号有限公司`,
    XK_XDR_LB: '法人及非法人组织',
    XK_XDR_SHXYM: creditCode(serial),
    XK_FRDB: '陈某某',
    XK_XKWS: '准予行政许可决定书',
    XK_WSH: `青许〔${month.slice(0, 4)}〕${month.slice(5)}${at}号`,
    XK_XKLB: '普通',
    XK_NR: '准予从事食品经营。',
    XK_JDRQ: decidedOn,
    XK_YXQZ: decidedOn,
    XK_YXQZI: '2099-12-31',
    XK_XKJG: name,
    XK_XKJGDM: code,
    XK_ZT: '1',
    XK_LYDW: name,
    XK_LYDWDM: code,
    公示日期: addWorkingDays(decidedOn, 1 + Math.floor(random() * 7)),
  };
};

export interface Planted {
  readonly rows: Row[];
  updated: string;
}

interface Plant {
  readonly name: string;
  /** What `sgs score` has to say of it; '' where it is no fault of a record. */
  readonly code: string;
  readonly change: (feed: Planted) => void;
}

/** In a feed of two licences a month, changes the record in the middle. */
const inRow = (change: (row: Row) => void): Plant['change'] => ({ rows }) => change(rows[12]!);
const plant = (name: string, code: string, change: (row: Row) => void): Plant => ({ name, code, change: inRow(change) });

/** One fault for each department; departments beyond them have none. */
export const PLANTS: readonly Plant[] = [
  plant('公示超期', 'published-late', (row) => {
    row['公示日期'] = addWorkingDays(String(row['XK_JDRQ']), 8);
  }),
  plant('缺许可内容', 'missing-field', (row) => {
    row['XK_NR'] = '';
  }),
  plant('缺机关代码', 'missing-field', (row) => {
    delete row['XK_XKJGDM'];
  }),
  plant('代码校验', 'credit-code-check', (row) => {
    row['XK_XDR_SHXYM'] = String(row['XK_XDR_SHXYM']).replace(/.$/, (last) => (last === '1' ? '2' : '1'));
  }),
  plant('代码位数', 'credit-code-length', (row) => {
    row['XK_XDR_SHXYM'] = String(row['XK_XDR_SHXYM']).slice(1);
  }),
  plant('日期有误', 'date-unreadable', (row) => {
    row['XK_YXQZI'] = '2030-13-40';
  }),
  plant('决定日期有误', 'date-unreadable', (row) => {
    row['XK_JDRQ'] = '2026-02-30';
  }),
  plant('决定日期在将来', 'decided-in-future', (row) => {
    row['XK_JDRQ'] = '2027-01-04';
    row['公示日期'] = '2027-01-05';
    row['XK_YXQZ'] = '2027-01-04';
  }),
  plant('先公示后决定', 'published-before-decision', (row) => {
    row['公示日期'] = '2025-01-02';
  }),
  plant('有效期倒置', 'ends-before-decision', (row) => {
    row['XK_YXQZI'] = '2020-01-01';
    delete row['XK_YXQZ'];
  }),
  plant('类别不规范', 'category-unknown', (row) => {
    row['XK_XKLB'] = '一般';
  }),
  plant('相对人类别', 'subject-type-unknown', (row) => {
    row['XK_XDR_LB'] = '企业';
  }),
  {
    name: '重复',
    code: 'duplicate',
    change: ({ rows }) => {
      rows.push({ ...rows[12] });
    },
  },
  {
    name: '重复不一致',
    code: 'duplicate-conflict',
    change: ({ rows }) => {
      rows.push({ ...rows[12], XK_NR: '准予从事药品经营。' });
    },
  },
  plant('含电话', 'personal-data', (row) => {
    row['XK_NR'] = '准予从事食品经营，联系电话 13800000000。';
  }),
  plant('含证件列', 'secret-column', (row) => {
    row['法定代表人身份证号'] = '999999199001010015';
  }),
  {
    name: '空白月份',
    code: '',
    change: ({ rows }) => {
      rows.splice(12, 2);
    },
  },
  {
    name: '长期不更新',
    code: '',
    change: (feed) => {
      feed.updated = '2026-04-01';
    },
  },
  plant('缺公示日期', 'publication-date-missing', (row) => {
    delete row['公示日期'];
  }),
  plant('既无名称也无文号', 'no-name-and-number', (row) => {
    delete row['XK_XDR_MC'];
    delete row['XK_WSH'];
  }),
];

/** Departments whose feed can't be read: none there, cut off, a web page. */
export const UNREADABLE = ['没有数据', '数据中断', '返回网页'] as const;

export interface Made {
  readonly list: readonly { readonly name: string; readonly feed: string }[];
  /** File name → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Department → the code of what was planted, '' where it is no fault of a record; the others are clean. */
  readonly planted: ReadonlyMap<string, string>;
}

export function makeDepartments(total = 30, seed = 20261123): Made {
  const random = randomFrom(seed);
  const files = new Map<string, string>();
  const planted = new Map<string, string>();
  const list = Array.from({ length: total }, (_, at) => {
    const fault = PLANTS[at];
    const broken = UNREADABLE[at - PLANTS.length];
    const name = `青岚市第${at + 1}局${fault ? `（${fault.name}）` : broken ? `（${broken}）` : ''}`;
    const code = creditCode(10_000_000 + at);
    const feed: Planted = { rows: MONTHS.flatMap((month) => [0, 1].map((n) => license(name, code, month, n, random))), updated: TODAY };
    fault?.change(feed);
    if (fault) planted.set(name, fault.code);
    const file = `d${at + 1}.json`;
    const text = JSON.stringify({ version: 1, standard: '2018', publisher: { name, code }, updated: feed.updated, records: feed.rows });
    if (broken === '数据中断') files.set(file, text.slice(0, -40));
    else if (broken === '返回网页') files.set(file, '<!doctype html><title>登录</title>');
    else if (broken !== '没有数据') files.set(file, text);
    return { name, feed: file };
  });
  return { list, files, planted };
}
