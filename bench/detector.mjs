// @ts-check
// What the detector of personal numbers costs beside a plain scan of the same text, 1 MB of each kind: people's prose, and what
// somebody would write who wants it to stop a page. `node bench/detector.mjs [KIND…]`; the bar is ten plain scans.
import { pathToFileURL } from 'node:url';
import { bundleOurs } from './data.mjs';
import { median } from './maths.mjs';

const LENGTH = 1_000_000;
const ROUNDS = 7;
const BAR = 10;

/** Numbers that look random and are the same in each run. @param {number} seed @returns {(below: number) => number} */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One flat string, as a parser makes it. @param {() => string} piece */
function textOf(piece) {
  const pieces = [];
  for (let length = 0; length < LENGTH;) {
    const next = piece();
    pieces.push(next);
    length += next.length;
  }
  return JSON.parse(JSON.stringify(pieces.join('').slice(0, LENGTH)));
}

/** @param {string} text */
const again = (text) => textOf(() => text);

/** @param {string} signs @param {number} [seed] */
const mixOf = (signs, seed = 7) => {
  const pick = chance(seed);
  const all = [...signs];
  return textOf(() => /** @type {string} */ (all[pick(all.length)]));
};

/** @param {readonly string[]} pieces @param {number} [seed] */
const mixOfPieces = (pieces, seed = 7) => {
  const pick = chance(seed);
  return textOf(() => /** @type {string} */ (pieces[pick(pieces.length)]));
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const pickDigit = chance(13);
/** An ID of an area that is none. */
function residentId() {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const digits = `${pickDigit(2) ? '000000' : '999999'}19${two(40 + pickDigit(60))}${two(1 + pickDigit(12))}${two(1 + pickDigit(28))}`
    + String(pickDigit(1000)).padStart(3, '0');
  return digits + '10X98765432'.charAt([...digits].reduce((sum, digit, i) => sum + Number(digit) * Number(WEIGHTS[i]), 0) % 11);
}
const mobile = () => `1${3 + pickDigit(7)}${String(pickDigit(10 ** 9)).padStart(9, '0')}`;

const LAW = '当事人未取得食品经营许可从事食品经营活动，违反了《中华人民共和国食品安全法》第三十五条第一款的规定。依据《中华人民共和国食品安全法》第一百二十二条第一款，'
  + '并参照《市场监督管理行政处罚裁量基准》，经2026年3月12日集体讨论，决定：一、没收违法所得1280元；二、处罚款人民币50000元（大写：伍万元整）。当事人应当自收到本决定书之日起15日内'
  + '缴至指定银行；逾期不缴纳的，每日按罚款数额的百分之三加处罚款。\n如不服本决定，可以在六十日内向青岚市人民政府申请行政复议，也可以在六个月内依法向人民法院提起诉讼。';
const ENGLISH = 'The party sold food after its date of expiry, contrary to article 34 (10) of the Food Safety Law, and is fined 5,000 yuan. ';

/** @type {Readonly<Record<string, () => string>>} */
const KINDS = {
  'law prose': () => again(LAW),
  'law prose, a phone in each paragraph': () => textOf(() => `${LAW}联系电话：${mobile()}。`),
  'English prose': () => again(ENGLISH),
  'digits, random': () => mixOf('0123456789'),
  'digits, one': () => again('1'),
  'digits, 19 again': () => again('19'),
  'digits, 199001 again': () => again('199001'),
  'digits and spaces': () => mixOf('0123456789 '),
  'digits one by one': () => again('1 '),
  'digits two by two': () => again('12 '),
  'digits in fours': () => textOf(() => `${1000 + pickDigit(9000)} `),
  'digits and dashes': () => mixOf('0123456789-'),
  'digits, dashes, dots, brackets': () => mixOf('0123456789-.()（）/_ '),
  'full-width digits': () => mixOf('０１２３４５６７８９'),
  'full-width digits and spaces': () => mixOf('０１２３４５６７８９　'),
  'Chinese numerals': () => mixOf('〇一二三四五六七八九'),
  'circled digits': () => mixOf('⓪①②③④⑤⑥⑦⑧⑨'),
  'mathematical digits': () => mixOf('𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'),
  'scripts mixed': () => mixOf('0１二③4５六⑦'),
  asterisks: () => again('*'),
  'digits and asterisks': () => mixOf('0123456789****'),
  'half-hidden IDs': () => textOf(() => `${residentId().replace(/^(.{6}).{8}/, '$1********')}，`),
  'half-hidden IDs without an end': () => textOf(() => residentId().replace(/^(.{6}).{8}/, '$1********')),
  '1* again': () => again('1*'),
  'X and digits': () => mixOf('0123456789XXXX'),
  'invisible signs and digits': () => mixOf('0123456789\u200b\u00ad\u2060'),
  'invisible signs': () => again('\u200b'),
  spaces: () => again(' '),
  'dashes ': () => again('1----'),
  'brackets and digits': () => again('(0'),
  tags: () => again('<b>1</b>'),
  'tags that never end': () => again('1<a '),
  'opening tags': () => again('<'),
  entities: () => again('&nbsp;1'),
  'entities that are none': () => again('1&#'),
  'letters and digits': () => mixOf('ABCDEFGHJKLMabcdefx0123456789'),
  letters: () => mixOf('abcdefghijklmnopqrstuvwxyz'),
  'a1 again': () => again('a1'),
  'mobile numbers': () => textOf(() => `${mobile()}，`),
  'mobile numbers, spaces': () => textOf(() => `${mobile().replace(/^(...)(....)/, '$1 $2 ')}、`),
  'mobile numbers in one row': () => textOf(() => `${mobile()} `),
  landlines: () => textOf(() => `0574-${10_000_000 + pickDigit(89_999_999)}；`),
  'area codes': () => again('0574-'),
  'phones behind their word': () => textOf(() => `电话${1_000_000 + pickDigit(8_999_999)}、`),
  'short numbers behind their word': () => again('电话1'),
  'numbers that go on': () => textOf(() => `${1_000_000 + pickDigit(8_999_999)}、`),
  'amounts and numbers of ten digits': () => textOf(() => `${1_000_000_000 + pickDigit(999_999_999)}，`),
  'resident IDs': () => textOf(() => `${residentId()}，`),
  'resident IDs in one row': () => textOf(residentId),
  'resident IDs cut': () => textOf(() => `${residentId().replace(/^(.{6})(.{8})/, '$1 $2 ')}；`),
  'resident IDs behind their word': () => textOf(() => `身份证号码：${residentId()}。`),
  'IDs mistyped in one row': () => textOf(() => `${residentId().slice(0, 17)}X`),
  'credit codes': () => again('913499198506121775，'),
  dates: () => again('2026-01-01 '),
  'dates in Chinese': () => again('2026年1月1日至2027年12月31日，'),
  cards: () => again('6222 '),
  mail: () => again('a@'),
  'mail signs': () => again('@'),
  'mail addresses': () => again('someone@example.org，'),
  'spelt mail': () => again('邮箱a(at)b'),
  'words for homes': () => again('住址：'),
  'living again': () => again('住'),
  'living, a number': () => again('住1'),
  addresses: () => textOf(() => `住云岫县城关镇柳荫巷${1 + pickDigit(99)}号2单元301室，`),
  flats: () => again('路1幢'),
  'roads and houses': () => mixOf('路街巷号幢栋室楼单元123一二三云岫'),
  plates: () => again('浙A1'),
  'plates, whole': () => again('鲁B00000，'),
  provinces: () => again('浙A'),
  messengers: () => again('微信'),
  'messengers, whole': () => again('微信号：wx138000，'),
  certificates: () => again('军官证'),
  'words for certificates': () => again('身份证护照通行证尾号'),
  'certificates, whole': () => again('护照E00000016，'),
  births: () => again('出生19'),
  'births, whole': () => again('1990年1月1日出生，'),
  'words for persons': () => again('员工'),
  'persons named': () => again('员工王小满、李得胜在场，'),
  'words for persons, all': () => mixOfPieces('员工 举报人 监护人 配偶 其父 股东 店长 王 李 小 在 ， 、 当事人 负责人 法定代表人'.split(' ')),
  'everything at random': () => mixOfPieces([...'0123456789０５一三七〇①X*×●-—. /()（）_<>&@住址路号幢室微信电话浙A，。某员工王证', '13800000000', '000000199001010018', '<br>',
    '&nbsp;', '身份证', '2026-05-01', '\u200b', '当事人', '年月日', '的规定', '罚款', '元']),
};

/** @param {string} text */
function plainScan(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

let kept = 0;
/** Of the processor, whatever else runs on the machine. @param {() => unknown} run @returns {number} milliseconds */
function timeOf(run) {
  const from = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(from);
  const time = (user + system) / 1000;
  kept += typeof result === 'number' ? result & 1 : String(result).length;
  return time;
}

const { redactNumbers } = await import(pathToFileURL(await bundleOurs('../src/rules/personal-numbers/find.ts')).href);
const { maskNamedPersons } = await import(pathToFileURL(await bundleOurs('../src/rules/persons/other-persons.ts')).href);

/** @type {readonly (readonly [column: string, run: (text: string) => unknown])[]} */
const RUNS = [
  ['of an organisation', (text) => redactNumbers(text)],
  ['of a person', (text) => redactNumbers(text, { person: true })],
  ['persons named', (text) => maskNamedPersons(text)],
];

const asked = process.argv.slice(2);
const names = Object.keys(KINDS).filter((name) => asked.length === 0 || asked.some((part) => name.includes(part)));
// All of it once, as a page that has been open for a while has.
const texts = new Map(names.map((name) => [name, /** @type {() => string} */ (KINDS[name])()]));
for (const text of texts.values()) for (const [, run] of [['', plainScan], ...RUNS]) /** @type {(text: string) => unknown} */ (run)(text.slice(0, 100_000));

console.log(`| 1 MB of | plain scan, ms | ${RUNS.map(([column]) => column).join(' | ')} |`);
console.log(`|---|---|${RUNS.map(() => '---').join('|')}|`);
let missed = 0;
for (const [name, text] of texts) {
  const scans = [];
  /** @type {number[][]} */
  const ratios = RUNS.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    // The quicker of two: the first look at a text fetches it.
    const scan = Math.min(timeOf(() => plainScan(text)), timeOf(() => plainScan(text)));
    scans.push(scan);
    RUNS.forEach(([, run], i) => ratios[i]?.push(timeOf(() => run(text)) / scan));
  }
  const medians = ratios.map(median);
  missed += medians.filter((ratio) => ratio > BAR).length;
  console.log(`| ${name} | ${median(scans).toFixed(2)} | ${medians.map((ratio) => `${ratio.toFixed(1)}×${ratio > BAR ? ' **!**' : ''}`).join(' | ')} |`);
}
console.log(`\n${missed} of ${names.length * RUNS.length} above ${BAR}×; Node ${process.version}, median of ${ROUNDS} (${kept & 1})`);
