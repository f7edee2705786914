import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { maskNamedPersons } from '../../src/rules/persons/other-persons.js';
import { NUMBER_WORD_SIGNS, NUMBER_WORDS, wordBefore } from '../../src/rules/personal-numbers/words.js';
import { findPersonalNumbers, mayHoldPersonalNumbers, REDACTED, redactNumbers } from '../../src/rules/personal-numbers/find.js';
import { resemblesLongId } from '../../src/rules/personal-numbers/shapes.js';
import { SpanList } from '../../src/rules/personal-numbers/span.js';

/** Redacted with the word before it kept: `号…，` → `号[已隐去]，`. */
const isHidden = (number: string, before = '见', options?: Parameters<typeof redactNumbers>[1]): void => {
  assert.equal(redactNumbers(`${before}${number}，余文`, options), `${before}${REDACTED}，余文`, number);
};
const isKept = (text: string, options?: Parameters<typeof redactNumbers>[1]): void => {
  assert.equal(redactNumbers(text, options), text);
};

describe('resident IDs', () => {
  it('are found right or mistyped, with two more digits, in longer numbers', () => {
    for (const id of ['999999196612060019', '99999919661206001X', '99999919661206001x', '000000199001010019', '00000019900101001823',
      '000000900101001',
      '00000090010100101', '1122000000199001010018334455', '12999999-19700101-0156']) isHidden(id);
    assert.equal(redactNumbers('编号A000000199001010018'), `编号A${REDACTED}`);
    isHidden('999999197001010157', '身份证ID');
  });
  it('are found however they are spaced', () => {
    for (const id of ['000000 19900101 0018', '000000-19900101-0018', '999999—19700101—0156', '999999 700101 015', '999999 700101015',
      '9999997001<br>01015', '999999.19700101.0156',
      '9 9 9 9 9 9 1 9 7 0 0 1 0 1 0 1 5 6', '9999 9919 7001 0101 56', '99 99 99 19 70 01 01 01 56', '999-999-1970-0101-0156',
        '99999970 0101 01501',
      '99999 97001 01015', '999999/19700101/0156', '999999_19700101_015X', '999999 19700101 015 X', '99999919\n7001010156',
        '99999919<br>7001010156',
      '999999<b class="x">19700101</b>0156', '999999&nbsp;19700101&nbsp;0156', '999999\u00ad19700101\u00ad0156',
        '999999\u200b197001010156']) isHidden(id);
    assert.equal(redactNumbers('（999999）19700101（0156'), REDACTED);
  });
  it('are found in other digits', () => {
    for (const id of ['九九九九九九一九七零零一零一零一五六', '九九九九九九一九七〇〇一〇一〇一五六', '９９９９９９１９７００１０１０１５６', '𝟗𝟗𝟗𝟗𝟗𝟗𝟏𝟗𝟕𝟎𝟎𝟏𝟎𝟏𝟎𝟏𝟓𝟔']) isHidden(id);
    isKept('见𝐀𝐁𝐂，123456𝐀');
  });
  it('are found half hidden by any sign', () => {
    for (const id of ['000000********0018', '999999197001010***', '999999××××××××0156', '999999197001**0156', '999999XXXXXXXX0156',
      '9999991970XXXXXXXX',
      '999999○○○○○○○○0156', '999999……0156', '999999--------0156', '999999________0156', '99999919700101015●', '999999 ******** 0156',
        '999999*9700101015*',
      '99999*1970*1010*56', '****************56X0', '********970101015', '999999****01***156', '999999*3700101**56',
        '138 ****']) isHidden(id);
  });
  it('are found behind their words where the shape says nothing', () => {
    isHidden('1234567890', '身份证号码：');
    isKept('身份证件2026-05-01签发');
    isKept('身份证明文件3份');
    isHidden('12345678901234567', '电话：');
    assert.equal(redactNumbers('0<000000197001010000>，0<i000000197001010000>'), `0<${REDACTED}>，0<i${REDACTED}>`);
    isHidden('0156', '身份证后四位');
    isHidden(`9999991${'-'.repeat(500)}`);
    isHidden('999999一九七〇01010156');
  });
});

describe('telephone numbers', () => {
  it('are found as people write them', () => {
    for (const phone of ['13800000000', '138 0000 0000', '138-0000-0000', '138.0000.0000', '1380000 0000', '1380 000 0000',
      '13800 000000', '13 80 00 00 00 0', '１３８００００００００',
      '一三八零零零零零零零零', '1 3 8 0 0 0 0 0 0 0 0', '8613800000000', '86138 0000 0000', '013800000000', '138****0000', '138××××0000',
        '1380000****', '138000<br>00000',
      '057487654321', '01087654321', '0574-87654321', '0574 8765 4321', '(0574)87654321', '（0574）8765432', '0574-87654321-8001',
        '0574-87654321转8001', '86 574 87654321', '0086 0574 8765432']) isHidden(phone);
    isHidden('+8613800000000', '联系');
    isHidden('+86 138 0000 0000', '联系');
    isHidden('13800000000', '联系Tel');
    isHidden('13800000000', '联系\u00a0');
    isHidden('13800000000', '其一');
  });
  it('are found behind their words', () => {
    for (const phone of ['87654321', '8765-4321', '1234567']) isHidden(phone, '联系电话：');
    isHidden('13800000000', '电话（本人）');
    assert.equal(redactNumbers('电话：87654321 2026050120260502'), `电话：${REDACTED} ${REDACTED}`);
    assert.equal(redactNumbers('电话87654321、87654322，金额12345678'), `电话${REDACTED}、${REDACTED}，金额12345678`);
    isKept('手机1234567台');
    isKept('服务电话：4001234567');
  });
  it('stay where the office gives its own', () => {
    isKept('复议机关电话0574-87654321，监督电话：8765-4321，057487654321', { office: true });
    isHidden('13800000000', '电话：', { office: true });
  });
});

describe('other numbers of persons', () => {
  it('accounts', () => {
    for (const card of ['6200000000000110080', '6200 0000 0000 0110 080', '6222-0000-0000-0000', '622200 0000000000018',
      '6 2 2 2 0 0 0 0 0 0 0 0 0 0 0 0']) isHidden(card);
    isHidden('123456789012', '账号：');
    isHidden('2026', '卡尾号为');
    isKept('账户余额12345678.00元');
  });
  it('passports, permits, certificates of soldiers', () => {
    isHidden('E00000016', '护照号');
    isHidden('H00000000', '港澳通行证');
    isHidden('12345678', '台胞证');
    isHidden('南字第00000001号', '军官证：');
    isHidden('00000001', '士兵证');
  });
  it('mail, messengers, plates', () => {
    for (const mail of ['someone@example.org', 'a_b ＠ example.com']) isHidden(mail, '邮箱：');
    isKept('单价@5元，用户@，@example');
    assert.equal(redactNumbers('见a@b@c，'), `见${REDACTED}@c，`);
    isHidden('wx138000', '微信');
    isHidden('someone-x', '微信号：');
    isHidden('12345', 'QQ');
    isKept('通过微信小程序、抖音Douyin店铺销售，微信支付2000元，QQ1000000元');
    for (const plate of ['鲁B·00000', '鲁B00000', '鲁B-D00000', '鲁Ｂ０００００', '鲁b 00000', '鲁B0000挂', '鲁B·**000']) isHidden(plate, '车牌');
    isKept('鲁BABCDE，鲁B0000，粤B2-20040001，京ICP备12345678号，川B20260012');
  });
  it('addresses where people live', () => {
    assert.equal(redactNumbers('家庭住址：云岫县桃源街道幸福路18号3幢502室，缴款'), `家庭住址：${REDACTED}，缴款`);
    assert.equal(redactNumbers('当事人，住云岫县城关镇柳荫巷18号2单元301室，电话'), `当事人，住${REDACTED}，电话`);
    assert.equal(redactNumbers('（住云岫县东街 3 号）倾倒渣土，'), `（住${REDACTED}）倾倒渣土，`);
    assert.equal(redactNumbers('现住在云岫县东街3号'), `现住在${REDACTED}`);
    assert.equal(redactNumbers(`居住${'很'.repeat(70)}住云岫县东街3号`), `居住${'很'.repeat(70)}住${REDACTED}`);
    assert.equal(redactNumbers('在幸福路18号3幢502室内查获', { person: true }), `${REDACTED}内查获`);
    assert.equal(redactNumbers('所在地：幸福路18号', { person: true }), `所在地：${REDACTED}`);
    isKept('住3号，入住一，住很', {});
    isKept(`住${'很'.repeat(70)}3号`);
    isKept('在幸福路18号3幢502室内查获');
    isKept('在幸福路，18号3幢', { person: true });
    isKept(`某路${'很'.repeat(50)}3幢，3幢`, { person: true });
  });
  it('dates of birth in a person’s record', () => {
    assert.equal(redactNumbers('男，1990年1月1日出生，出生日期：1990-01-01', { person: true }), `男，${REDACTED}出生，出生日期：${REDACTED}`);
    isKept('自2026年1月1日生效', { person: true });
    isKept('男，1990年1月1日出生');
    isKept('出生19日，出生1', { person: true });
  });
});

describe('what stands between numbers', () => {
  const [number, mask] = ['13800000000', REDACTED];
  it('stays, be it the same each time or not, short or long', () => {
    for (const gaps of [['，', '，', '，'], ['，', '；', '，'], ['，', '，并且', '，并且'], ['，另有工作电话是', '，另有工作电话是', '，另有私人电话是'], ['，并且', '，或者', '']]) {
      const around = (piece: string): string => `电话${gaps.map((gap) => piece + gap).join('')}${gaps[2] ? piece : ''}。`;
      assert.equal(redactNumbers(around(number)), around(mask));
    }
  });
  it('stays where nothing but what is no number is hidden', () => {
    assert.equal(redactNumbers('a@b.cn，c@d.cn'), `${mask}，${mask}`);
    assert.equal(redactNumbers('浙O00000，浙I00000，浙100000，浙Ｂ00000'), `${mask}，浙I00000，浙100000，${mask}`);
    assert.equal(redactNumbers('微信微信号wx138000@，@ a.cn，a@ ，'), `微信微信号${mask}@，@ a.cn，a@ ，`);
  });
});

describe('what is public', () => {
  it('stays', () => {
    for (const text of ['批号20250314001', '许可证编号JY134990131288', '统一社会信用代码913499198506121775', '代码9134 9919 8506 1217 75', '代码9134 9900 0000 0002 7X',
      '代码9165000022859700XU', '注册号440301103097413',
      '罚款人民币12.345678万元', '经营场所地址：幸福路18号', '从事住宿场所经营，客房四十八间3号楼', '自2025-03-04 至2030-03-04', '2025-03-04 2030-03-04',
        '2025.03.04-2030.03.04', '〔2025〕12号',
      '证号SC10634990012345678', '证号SC13800000000', '罚款158000000.00元', '罚款1580000.0000元', '尺寸1500*600*50', '1500-2000-300', '400-123-4567',
        '拨打12345', '2023 2024 2025 2026',
      '《食品安全法》第一百二十四条第一款第五项', '1 2 3 4 5 6 7 8 9 10', '12345678XL', '12345678&copy', '1234567<8', `12345678<${'x'.repeat(300)}`,
        '型号XX1234567', '0123 456 7890', '123456 7890123456',
      '第一章.............2', '999999700 101015', '020 1234', '0532 99999999999', '86', '0000000000000000000000000000', '一二三',
        '2026 13 01 000', '2026 12 41 000', '12***4567', '12 ** 345', `12345678${' '.repeat(14)}12345678`, '2026-05',
        '0574-2026-05']) isKept(text);
  });
  it('is told by words each of which is found, and known to the first look', () => {
    for (const { words, kind, least } of NUMBER_WORDS) {
      for (const word of words.split(' ').map((text) => text.replace('_', ' '))) {
        assert.ok(/[a-z]/.test(word) || [...word].some((sign) => NUMBER_WORD_SIGNS.includes(sign)), word);
        for (const text of [`${word}：`, `见${word.toUpperCase()}`]) assert.equal(wordBefore(text, 0, text.length, least)?.kind, kind, text);
      }
    }
    for (const text of ['许可证件号', '电话，', '电话\n', '电话1', '电话一二三四五六七八九十零', 'id\nno', '']) {
      assert.equal(wordBefore(text, 0, text.length, 18), undefined, text);
    }
  });
  it('costs one look where there is nothing', () => {
    assert.ok(!mayHoldPersonalNumbers('当事人未取得许可从事经营活动，罚款5000元，依据第一百二十四条〔2026〕2号'));
    assert.ok(mayHoldPersonalNumbers('电话1234567'));
    assert.ok(!mayHoldPersonalNumbers('某地'));
    assert.ok(mayHoldPersonalNumbers('某地', true));
    assert.deepEqual(findPersonalNumbers(''), []);
  });
  it('says where what was found stands', () => {
    assert.deepEqual(findPersonalNumbers('电话138 0000 0000，信箱a@b.cn'), [
      { start: 2, end: 15, kind: 'phone' }, { start: 18, end: 24, kind: 'mail' },
    ]);
  });
});

/** Spellings of a number: how its signs are written, and what stands between its parts. */
const GAPS = ['', ' ', '  ', '-', '—', '.', '·', '/', '_', '\u200b', '\u00ad', '\u3000', '<br>', '\n', '（', '\u2011'];
const FULL = (digits: string): string => digits.replace(/[0-9X]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const HAN = (digits: string): string => digits.replace(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)));
const SCRIPTS = [(digits: string): string => digits, FULL, HAN];
const cut = (digits: string, sizes: readonly number[], gap: string): string => {
  const parts: string[] = [];
  let from = 0;
  for (const size of sizes) parts.push(digits.slice(from, from += size));
  return parts.join(gap);
};

const CHECK = '10X98765432';
const idOf = (area: string, day: Date, order: number): string => {
  const digits = `${area}${day.toISOString().slice(0, 10).replace(/-/g, '')}${String(order).padStart(3, '0')}`;
  return digits + CHECK.charAt([...digits].reduce((sum, digit, i) => sum + Number(digit) * (2 ** (17 - i) % 11), 0) % 11);
};
const ids = fc.tuple(fc.constantFrom('000000', '999999'), fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'),
  noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
  .map(([area, day, order]) => idOf(area, day, order));
/** Text around a number that doesn't lengthen it. */
const around = fc.constantFrom('', '当事人', '号码：', '（', '身份证号', '证号"', "'", '住，');
const MASKS = ['*', '＊', '●', 'X', '×', '#', '?', '■'];

/** Four digits in a row, in any script, of what was a number. */
const readable = (text: string): boolean => /[\d０-９零一二三四五六七八九]{4}/.test(text.replace(REDACTED, ''));

describe('generated numbers in generated spellings', () => {
  it('resident IDs leave nothing readable', () => {
    const sizes = fc.constantFrom([18], [6, 8, 4], [6, 12], [14, 4], [4, 4, 4, 4, 2], [3, 3, 4, 4, 4], [6, 4, 2, 2, 4],
      Array<number>(18).fill(1), [6, 6, 6]);
    fc.assert(fc.property(ids, sizes, fc.constantFrom(...GAPS), fc.constantFrom(...SCRIPTS), around, around, fc.boolean(), (id, parts,
      gap, script, before, after, mistyped) => {
      const written = mistyped ? id.slice(0, 17) + (id.endsWith('3') ? '4' : '3') : id;
      const text = redactNumbers(before + cut(script(written), parts, gap) + after);
      assert.ok(!readable(text), text);
    }), { numRuns: 2000 });
  });
  it('half-hidden IDs leave nothing readable', () => {
    fc.assert(fc.property(ids, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 3, max: 10 }), fc.constantFrom(...MASKS), around, (id,
      at, count, mask, before) => {
      const end = Math.min(18, at + count);
      const text = redactNumbers(`${before}${id.slice(0, at)}${mask.repeat(end - at)}${id.slice(end)}。`);
      assert.ok(!readable(text), text);
    }), { numRuns: 2000 });
  });
  it('mobile numbers and landlines leave nothing readable', () => {
    const mobile = fc.tuple(fc.constantFrom('', '+86', '+86 ', '86-'), fc.constantFrom([11], [3, 4, 4], [3, 8], [7, 4],
      Array<number>(11).fill(1)), fc.constantFrom(...GAPS.filter((gap) => gap !== '.')))
      .chain(([code, sizes, gap]) => fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 99 })).map(([second, last]) =>
        code + cut(`1${second}000000${String(last).padStart(3, '0')}`, sizes, gap)));
    const landline = fc.tuple(fc.constantFrom('0574', '010', '0999', '(0574)', '（021）'), fc.constantFrom('', '-', ' ', '—'),
      fc.constantFrom('87654321', '8765 4321', '8765-4321', '12345678'))
      .map(([area, gap, local]) => area + gap + local);
    fc.assert(fc.property(fc.oneof(mobile, landline), fc.constantFrom(...SCRIPTS), around, (phone, script, before) => {
      const text = redactNumbers(`${before}${script(phone)}。`);
      assert.ok(!readable(text), text);
    }), { numRuns: 2000 });
  });
  it('signs like those of an entity take nothing of a number with them', () => {
    for (const before of ['0&#', '00&#', '5&#', '&#', '号7&#'])
      for (const number of ['000000197001010000', '000000199001010018', '13800000000'])
        assert.ok(!redactNumbers(before + number).includes(number), before + number);
    assert.ok(!redactNumbers('0&#x000000199001010018').includes('000000199001010018'));
  });
  it('signs that may hide something around a whole number save nothing of it', () => {
    for (const number of ['00000019700101508X', '000000199001010018', '13800000000'])
      for (const [before, after] of [['#', '*?'], ['＊', ''], ['', '■'], ['?', '?'], ['##', '***']])
        assert.ok(!redactNumbers(`${before}${number}${after}`).includes(number), `${before}${number}${after}`);
  });
  it('whatever stands around an ID, it never gets through', () => {
    fc.assert(fc.property(fc.string(), ids, fc.string(), (before, id, after) => {
      assert.ok(!redactNumbers(before.replace(/[A-Za-z]$/, '') + id + after.replace(/^[A-Za-z]/, '')).includes(id));
    }), { numRuns: 1000 });
  });
});

/** Looks at characters while something runs: the detector reads texts by these, and by no pattern that tries every place. */
const lookUps = (run: () => unknown): number => {
  const names = ['charCodeAt', 'charAt', 'startsWith', 'slice', 'includes'] as const;
  const own = names.map((name) => String.prototype[name]);
  let count = 0;
  names.forEach((name, i) => {
    String.prototype[name] = function counted(this: string, ...rest: unknown[]): never {
      count++;
      return (own[i] as (this: string, ...rest: unknown[]) => unknown).apply(this, rest) as never;
    };
  });
  try {
    run();
  } finally {
    names.forEach((name, i) => {
      String.prototype[name] = own[i] as never;
    });
  }
  return count;
};

/** So many a character at most, whatever the text. */
const MOST_LOOKS = 20;

const PIECES = ['当事人未取得许可，', '1', '19', '1 ', '12 ', '190101', '1-', '九', '1*', '*', 'X', '<', '1<', '1<b>', '1&nbsp;', '1&#', '@', 'a@', 'a',
  'a1', '住', '住1', '住址 ', '路1', '路1幢', '1幢', '微信', '微信a', '鲁B1', '护照A1', '军官证', '身份证', '尾号', '邮箱a', '电话1234567', '电话1234567、',
  '000000199001010018', '13800000000，', '138 0000 0000 ', '0574 ', '(', '(0', ' ', '\u200b', '1.', '2026-05-01 ', `1${' '.repeat(13)}`, '出生',
  '1月1日生，', '员工', '员工王', '员工王小满，', '其父', '王·'];

describe('the work', () => {
  it('grows as the text does, and is a few looks a character, whatever the text', () => {
    for (const find of [(text: string) => findPersonalNumbers(text, { person: true }), maskNamedPersons]) {
      for (const piece of PIECES) {
        const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        const small = lookUps(() => find(text(10_000)));
        const large = lookUps(() => find(text(20_000)));
        assert.ok(large <= small * 2.1 + 1000, `${piece}: ${small} → ${large}`);
        assert.ok(large <= 20_000 * MOST_LOOKS, `${piece}: ${large}`);
      }
    }
  });
});

describe('numbers in ways never seen', () => {
  const person = { person: true };
  it('circled, in hospitals, by their last digits, as spelt-out mail', () => {
    for (const [text, want] of [['身份证号是⑨⑨⑨⑨⑨⑨①⑨⑦⓪⓪①⓪①⓪①⑤⑥', '身份证号是[已隐去]'], ['①13800000000', '①[已隐去]'], ['①2026年②5月', '①2026年②5月'], ['门诊号0000000', '门诊号[已隐去]'],
      ['尾号0018的银行卡', '尾号[已隐去]的银行卡'], ['银行卡（尾号0018）', '银行卡（尾号[已隐去]）'], ['邮箱abc(at)example.org', '邮箱[已隐去]'], ['邮箱：a.b#example.org。', '邮箱：[已隐去]。'], ['邮政编码315000', '邮政编码315000'], ['86 10 87654321', '[已隐去]'], ['86 574 87654321', '[已隐去]'],
      ['身份证号9999991970O1O10156', '身份证号[已隐去]'], ['身份证号999999l97001010156，男', '身份证号[已隐去]，男'], ['身份证号码：999999，19700101，0156。', '身份证号码：[已隐去]。'],
    ] as const) assert.equal(redactNumbers(text), want, text);
  });
  it('of where a person comes from and lives; a firm’s seat is public', () => {
    for (const text of ['云岫花园3栋1单元501', '籍贯青岚市云岫县', '户籍云岫城3幢502室']) assert.doesNotMatch(redactNumbers(text, person), /云岫/, text);
    for (const text of ['公司住所：青岚市云岫路18号', '当事人的住所地：青岚市云岫路18号']) assert.equal(redactNumbers(text), text);
    assert.equal(redactNumbers('李某住所：云岫路18号'), '李某住所：[已隐去]');
  });
  it('of goods, papers and firms, which are nobody’s', () => {
    for (const text of ['订单号2026050112345678', '电子监管码81234567890123456789', '工商注册号330106000129004', '运单号：1234567890123456', '数量123456789 86', '86 86 86 86 86 86', '86 35 87654321', '861 10 87654321']) assert.equal(redactNumbers(text), text);
    for (const text of ['订单号999999197001010156', '注册号999999700101010', '账号2026050112345678']) assert.match(redactNumbers(text), /\[已隐去\]$/, text);
  });
});

describe('what only begins or ends like something personal', () => {
  it('is told from it', () => {
    for (const [text, want, ofPerson = want] of [
      ['住云岫城关镇3单元', '住[已隐去]'], ['住在云岫住宅区18号', '住在[已隐去]'], ['现住址为', '现住址[已隐去]'], ['军官证：南字第0000001号', '军官证：[已隐去]'],
      ['护照00000000', '护照[已隐去]'], ['护照E-00000016', '护照[已隐去]'], ['护照E 0000001', '护照[已隐去]'], ['身份证尾号0018X。', '身份证尾号[已隐去]。'],
      ['尾号为 0018的银行卡', '尾号为 [已隐去]的银行卡'], ['尾号0018的储蓄卡尾号0019的卡', '尾号[已隐去]的储蓄卡尾号[已隐去]的卡'], ['电话4011234567', '电话[已隐去]'],
      ['电话4101234567', '电话[已隐去]'], ['电话8101234567', '电话[已隐去]'], ['微信号码abc12345', '微信号码[已隐去]'], ['微信号abc12345', '微信号[已隐去]'],
      ['微信名abc12345', '微信名[已隐去]'], ['微信号 abcdefg', '微信号 [已隐去]'], ['微信id_abc1', '微信[已隐去]'], ['鲁B1234领，', '[已隐去]，'], ['鲁 B12345', '[已隐去]'],
      ['1990年11月生，', '1990年11月生，', '[已隐去]生，'], ['13800000000分', '[已隐去]分'], ['13800000000转人工', '[已隐去]转人工'], ['13800000000转801', '[已隐去]'],
      ['0574-876X4321', '[已隐去]'], ['139000012**', '[已隐去]'], ['13900**1234', '[已隐去]'], ['a@b.c@d', '[已隐去]@d'], ['微博昵称abcde1', '微博昵称[已隐去]'],
    ] as readonly (readonly [string, string, string?])[]) {
      assert.deepEqual([redactNumbers(text), redactNumbers(text, { person: true })], [want, ofPerson], text);
    }
  });
  it('stays', () => {
    for (const text of [
      '住云岫城关镇3单位旁', '住址：', '住址，云岫', '军官证：南字第号', '护照ABCDE000000', '护照E1234', '身份证尾号12，', '12345\ud835', '电话8001234567', '联系邮', '电子邮箱',
      '加微信', '微信号，', '微信ID，', '微信id：', '1990年1月日生，', '1990年1月123日生，', '1890年1月1日生，', '19x0年1月1日生，', '日生，', '0574-8765432X', '@a', '1@',
      '身份证后四位12', '抖音Douyin',
    ]) assert.deepEqual([redactNumbers(text), redactNumbers(text, { person: true })], [text, text]);
  });
  it('where letters, dates, hidden digits and characters cut in two stand in it', () => {
    for (const [text, want = text] of [
      ['护照号E00000016', '护照号[已隐去]'], ['护照号码：E 000 0016', '护照号码：[已隐去]'], ['护照号码E00000016', '护照号码[已隐去]'], ['护照E-X，编号123456'], ['护照E1234，编号123456'], ['护照E 12345A，编号123456'], ['1234567\ud835'], ['电话2026-5-1'],
      ['2026-5-1 12345678'], ['邮箱地址a#b.cn', '邮箱地址[已隐去]'], ['邮件a#b.cn', '邮件[已隐去]'], ['1390000123*', '[已隐去]'], ['1390 000 123*', '[已隐去]'], ['008657487654321', '[已隐去]'], ['08657487654321', '[已隐去]'], ['001187654321'],
      ['1999 2000 2001 2002'], ['2019 2020 2021 2022'], ['1899 2000 2001 2002', '[已隐去]'], ['2119 2020 2021 2022', '[已隐去]'], ['3019 2020 2021 2022', '[已隐去]'],
      ['微信账号：abc12345', '微信账号：[已隐去]'], ['微信账abc12345'], ['微信昵称abc12345', '微信昵称[已隐去]'], ['微信昵abc12345'],
      ['139000012*4，12345678'], ['微信 12345 元'], ['微信号a1234 元'], ['(010) 8765 4321', '[已隐去]'], ['86 10 8765 4321', '[已隐去]'], ['020-87654321', '[已隐去]'],
      ['05748765-4321', '[已隐去]'], ['02187654-321', '[已隐去]'], ['+86 138 0000 0000', '[已隐去]'], ['+86-574-87654321', '[已隐去]'], ['（13800000000，', '（[已隐去]，'],
    ] as readonly (readonly [string, string?])[]) assert.equal(redactNumbers(text), want);
  });
  it('where a house’s number stands far behind the first 住, near another', () => {
    const far = (n: number): string => '云岫城关'.repeat(20).slice(0, n);
    assert.equal(redactNumbers(`住在${far(40)}住在${far(30)}18号`), `住在${far(40)}住在[已隐去]`);
  });
  it('of IDs, by what may hide in them', () => {
    const ids = ['00000019X001010018', '0000001990010100X8', '000000199001010018', '0000001990*1010018', '000000199001*10018'];
    assert.deepEqual(ids.map(resemblesLongId), [false, false, true, true, true]);
  });
  it('and what overlaps is one', () => {
    const [numbers, others] = [new SpanList(), new SpanList()];
    numbers.add(9, 12, 'phone');
    numbers.add(1, 5, 'bank');
    others.add(4, 7, 'mail');
    assert.deepEqual(new SpanList().merge(numbers, others).spans().map(({ start, end }) => [start, end]), [[1, 7], [9, 12]]);
  });
  it('names behind 姓名, 名叫, 名为; not behind their first characters', () => {
    for (const [text, want] of [['员工姓名王小满，', '员工姓名王某，'], ['员工名叫王小满，', '员工名叫王某，'], ['员工名为王小满，', '员工名为王某，'], ['员工姓王小满', '员工姓王小满'],
      ['员工名王小满，', '员工名王小满，'], ['员工名单', '员工名单'], ['员工阿依古丽江，', '员工阿某，'], ['员工李扔某物', '员工李某某物'], ['员工李扔x', '员工李某x'],
      ['员工王𠮷满，', '员工王某，']] as const) assert.equal(maskNamedPersons(text), want);
  });
});
