// From a department's workbook to a feed: what is read, where it stood, what is put right, what never leaves the file.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { parseCsv } from '../../src/import/csv.js';
import { documentText } from '../../src/import/document.js';
import { fileTypeOf, readTable, type FileOptions } from '../../src/import/file.js';
import type { GridCell } from '../../src/import/grid.js';
import { importTables, type TableImport, type ImportOptions } from '../../src/import/import-tables.js';
import { fingerprintOf } from '../../src/import/sheet.js';
import { readBack } from './read-back.js';
import { INSTRUCTIONS, LICENSES_2015, LICENSES_NATURAL_2018, PENALTIES_2018, workbook, type TestSheet } from './workbook.js';

const TODAY = '2026-11-23';
const xls: NonNullable<FileOptions['xls']> = () => import('../../src/import/xls.js');

const take = async (bytes: Uint8Array<ArrayBuffer>, name = '表.xlsx', options: Partial<ImportOptions> = {}): Promise<TableImport> =>
  importTables(await readTable(name, bytes, { xls }), name, { today: TODAY, ...options });

const said = ({ rows, sheets }: TableImport): string[] =>
  [...rows.flatMap((row) => row.findings), ...sheets.flatMap((sheet) => sheet.findings)].map(
    ({ code, place }) => `${code} ${place?.sheet}!${place?.column ?? ''}${place?.row}`,
  );

/** The document that is published, and that it is read back as the same records. */
const published = (imported: TableImport): string => {
  const text = documentText(imported.records, { updated: TODAY, standard: imported.standard });
  assert.deepEqual(readBack(text, TODAY), imported.records);
  return text;
};

const SECRETS = ['000000199001010018', '13800000000', '王小满', '城关镇1号', '赵一'];

describe('the 2018 template, legal persons, with all the dirt', () => {
  it('becomes the records it holds', async () => {
    const imported = await take(workbook(INSTRUCTIONS, PENALTIES_2018));
    assert.deepEqual(
      imported.records.map(({ kind, subjectName, documentNumber, decidedOn, publicUntil, fineAmount, office, sourceUnit }) => ({
        kind,
        subjectName,
        documentNumber,
        decidedOn,
        publicUntil,
        fineAmount,
        office,
        sourceUnit,
      })),
      [
        {
          kind: 'penalty',
          subjectName: '青岚市鹿鸣食品有限公司',
          documentNumber: '青市监罚决〔2026〕1号',
          decidedOn: '2026-11-12',
          publicUntil: '2027-11-12',
          fineAmount: 0.5,
          office: '食品科',
          sourceUnit: '青岚市市场监督管理局',
        },
        {
          kind: 'penalty',
          subjectName: '青岚市乙建筑工程有限公司',
          documentNumber: '青市监罚决〔2026〕2号',
          decidedOn: '2026-11-13',
          publicUntil: '2027-11-13',
          fineAmount: 20000,
          office: '质量科',
          sourceUnit: '青岚市市场监督管理局',
        },
        {
          kind: 'penalty',
          subjectName: '河边茶馆',
          documentNumber: '青市监罚决〔2026〕3号',
          decidedOn: '2026-11-16',
          publicUntil: '2027-11-16',
          fineAmount: undefined,
          office: undefined,
          sourceUnit: '青岚市市场监督管理局',
        },
      ],
    );
    assert.equal(imported.standard, '2018');
    assert.equal(imported.records[0]?.organizationCode, '001755309');
    assert.equal(imported.records[1]?.creditCode, undefined);
    assert.deepEqual(
      imported.sheets.map(({ name, header, entries }) => [name, header?.row, entries.length]),
      [
        ['填表说明', undefined, 0],
        ['行政处罚（法人）', 4, 3],
      ],
    );
  });
  it('is reported with row and column', async () => {
    const all = said(await take(workbook(PENALTIES_2018)));
    for (const one of [
      'leading-zero 行政处罚（法人）!E5',
      'personal-data-masked 行政处罚（法人）!K5',
      'secret-column-dropped 行政处罚（法人）!H5',
      'secret-column-dropped 行政处罚（法人）!G5',
      'row-skipped 行政处罚（法人）!6',
      'number-spoilt 行政处罚（法人）!D7',
      'missing-field 行政处罚（法人）!7',
      'amount-huge 行政处罚（法人）!O7',
      'slight-penalty 行政处罚（法人）!M8',
      'row-skipped 行政处罚（法人）!9',
      'row-skipped 行政处罚（法人）!10',
      'merged-cells 行政处罚（法人）!U7',
      'merged-cells 行政处罚（法人）!V7',
    ])
      assert.ok(all.includes(one), `${one} in\n${all.join('\n')}`);
    assert.equal(all.length, 13, all.join('\n'));
  });
  it('publishes nothing that is a person’s', async () => {
    const text = published(await take(workbook(PENALTIES_2018)));
    for (const secret of SECRETS) assert.ok(!text.includes(secret), secret);
  });
});

describe('natural persons', () => {
  const book = workbook(LICENSES_NATURAL_2018, LICENSES_2015);
  it('are masked, and their numbers and remarks stay in the file', async () => {
    const imported = await take(book);
    const text = published(imported);
    for (const secret of SECRETS) assert.ok(!text.includes(secret), secret);
    assert.equal(imported.records[0]?.subjectName, '王某');
    assert.equal(imported.records[0]?.subjectType, '自然人');
    assert.equal(imported.records[0]?.certificateNumber, '000123');
    assert.ok(!JSON.stringify(imported.report).includes('王小满'));
  });
  it('what the gate withholds is not written, and told with its place', async () => {
    const imported = await take(book);
    assert.deepEqual(imported.report.withheld, { revoked: 2 });
    assert.deepEqual(imported.records.map(({ documentNumber }) => documentNumber), ['青市监许准〔2026〕7号', '青许〔2026〕1号']);
    assert.ok(said(imported).includes('withheld-revoked 行政许可（自然人）!O3'), said(imported).join());
    assert.ok(said(imported).includes('withheld-revoked Sheet1!M4'), said(imported).join());
    assert.ok(said(imported).includes('credit-code-check Sheet1!F4'));
    assert.equal(imported.standard, undefined);
    // A title over the whole sheet is no part of a column's name.
    assert.deepEqual(imported.sheets[1]?.columns.slice(-3).map(({ header }) => header), ['当前状态', '地方编码', '数据更新时间戳']);
  });
  it('can be left out altogether', async () => {
    const imported = await take(book, '表.xlsx', { persons: 'drop' });
    assert.deepEqual(imported.records.map(({ documentNumber }) => documentNumber), ['青许〔2026〕1号']);
    assert.equal(imported.dropped, 1);
  });
});

describe('the same table in other files', () => {
  const table: TestSheet = { ...LICENSES_2015, merges: [] };
  const csv = table.rows
    .map((row) =>
      row
        .map((cell) => (cell === null ? '' : /[,"\n]/.test(String(cell)) ? `"${String(cell).replace(/"/g, '""')}"` : String(cell)))
        .join(','),
    )
    .join('\r\n');
  it('.csv in UTF-8 with a mark, in GBK, tabs', async () => {
    const expected = (await take(workbook(table))).records;
    const utf8 = new TextEncoder().encode(`\ufeff${csv}`);
    assert.deepEqual((await take(utf8, '行政许可.csv')).records, expected);
    assert.deepEqual((await take(gbk(csv), '行政许可.csv')).records, expected);
    assert.deepEqual((await take(new TextEncoder().encode(csv.replaceAll(',', '\t')), '行政许可.txt')).records, expected);
  });
  it('.xls', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(table.rows.map((row) => [...row])), '许可');
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
    assert.equal(fileTypeOf('a.xls', bytes), 'xls');
    assert.deepEqual((await take(bytes, '表.xls')).records, (await take(workbook(table))).records);
    await assert.rejects(readTable('表.xls', bytes), /另存为/);
  });
  it('what is none says so in plain words', async () => {
    await assert.rejects(readTable('a.xlsx', new Uint8Array()), /文件是空的/);
    await assert.rejects(readTable('a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1])), /已损坏或设有密码/);
    await assert.rejects(
      readTable('a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]), {
        xls,
      }),
      /\.xls/,
    );
    await assert.rejects(readTable('a.json', new TextEncoder().encode('\ufeff {"a":1}')), /JSON/);
    assert.deepEqual((await take(new TextEncoder().encode('a,b\n1,2\n'), 'a.csv')).records, []);
  });
});

describe('columns placed by hand', () => {
  const sheet: TestSheet = {
    name: '处罚',
    rows: [['单号', '当事人', '决定日期', '处罚机关', '经办', 'X1'], ['青处1号', '青岚市鹿鸣食品有限公司', '2026/11/18', '青岚市市场监督管理局', '丁', '某事']],
  };
  it('are remembered by their headers, in any order', async () => {
    const before = await take(workbook(sheet));
    assert.deepEqual(
      before.sheets[0]?.columns.map(({ use, field }) => field ?? use),
      ['own', 'subjectName', 'decidedOn', 'authority', 'own', 'dropped'],
    );
    const fingerprint = before.sheets[0]?.header?.fingerprint ?? '';
    const book = { [fingerprint]: { 单号: 'documentNumber', 经办: 'ignored', X1: 'facts' } };
    const after = await take(workbook(sheet), '表.xlsx', { book: JSON.parse(JSON.stringify(book)) as typeof book });
    assert.equal(after.records[0]?.documentNumber, '青处1号');
    assert.equal(after.records[0]?.facts, '某事');
    assert.deepEqual(after.records[0]?.extra, []);
    const turned = { ...sheet, rows: sheet.rows.map((row) => [...row].reverse()) };
    assert.deepEqual((await take(workbook(turned), '表.xlsx', { book })).records[0]?.facts, '某事');
    assert.equal(fingerprintOf(['处罚（机关）', 'A']), fingerprintOf(['a', '处罚(机关)']));
  });
});

describe('duplicates', () => {
  it('are written once, within a sheet and between two', async () => {
    const row = LICENSES_2015.rows[2] as TestSheet['rows'][number];
    const double = { ...LICENSES_2015, rows: [...LICENSES_2015.rows.slice(0, 3), row] };
    const imported = await take(workbook(double, { ...LICENSES_2015, name: 'Sheet2' }));
    assert.equal(imported.records.length, 1);
    assert.deepEqual(said(imported).filter((one) => one.startsWith('duplicate')), ['duplicate Sheet1!4', 'duplicate Sheet2!3']);
  });
});

describe('text tables', () => {
  it('keep what quotes hold, and lose what was put there for a spreadsheet', () => {
    assert.deepEqual(parseCsv('a,"b ""c""\n,d"\r\n\'=1,"\t001",="002"\n'), [['a', 'b "c"\n,d'], ['=1', '001', '002']]);
    assert.deepEqual(parseCsv('a;b\rc;'), [['a', 'b'], ['c', null]]);
    assert.deepEqual(parseCsv(''), []);
  });
  it('any cells come back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\t', ';', '；', '中', ' ', '1') });
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const text = rows.map((row) => row.map((one) => `"${one.replace(/"/g, '""')}"`).join(',')).join('\r\n');
      const plain = (one: string): GridCell => (one === '' ? null : one.replace(/^\t/, '').replace(/^'(?=[=+\-@\d])/, ''));
      const expected = rows.map((row) => row.map(plain));
      assert.deepEqual(parseCsv(`${text}\r\n`), expected);
    }));
  });
});

describe('what is written is read back as it was', () => {
  const word = fc.constantFrom(
    '青岚市鹿鸣食品有限公司',
    '王小满',
    '河边茶馆',
    '甲 & 乙 <0.08mg',
    '&lt;b&gt;某&amp;amp;lt;事',
    '电话13800000000',
    '2026/11/18',
    '一年',
    '罚款；警告',
    '其他-备案，补充',
    '空',
    '91350100M000100Y43',
    '000000199001010018',
    '00000000000000000X',
    '撤销',
    '经复议撤销',
    '1',
    '0',
    '２０２６',
    '现住青岚市1号楼',
    '自然人',
    '个体工商户',
    '长期',
    'https://www.example.gov.cn/a?b=1&c=2',
    '5000',
    '0.5',
    ' 甲\n乙 ',
    '欧阳某某',
    'Anna Li',
    '阿卜杜拉·买买提',
  );
  const headers = [
    '行政相对人名称',
    '行政相对人类别',
    '统一社会信用代码',
    '工商注册号',
    '法定代表人',
    '行政处罚决定书文号',
    '案件名称',
    '违法事实',
    '处罚依据',
    '处罚类别',
    '处罚内容',
    '罚款金额（万元）',
    '处罚决定日期',
    '公示截止期',
    '处罚机关',
    '当前状态',
    '撤销原因',
    '备注',
    '证件号码',
    '科室',
    '承办说明',
    '现场 情况',
    '联系电话',
    '行政许可决定文书号',
    '许可内容',
    '许可机关',
    '许可类别',
    '许可决定日期',
    '有效期至',
  ];
  it('whatever stands in a sheet', async () => {
    const row = fc.array(fc.option(word, { nil: null, freq: 3 }), { minLength: headers.length, maxLength: headers.length });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('行政处罚', '行政许可', 'Sheet1', '表彰', '自然人'),
        async (rows, name) => {
          // A person called like a category of two parts is masked in the category, too, and read back it has two: no such name is.
          fc.pre(rows.every(([subject, , , , representative]) => subject !== '其他-备案，补充' && representative !== '其他-备案，补充'));
          const imported = importTables([{ name, rows: [headers, ...rows], merges: [] }], '表', { today: TODAY });
          published(imported);
          assert.equal(imported.report.rows, imported.sheets[0]?.entries.length);
          // What stands in a column of codes is read as a code, unless it is a person's number.
          const rest = imported.records.map(({ creditCode: _, registrationNumber: __, ...record }) => record);
          for (const [secret, where] of [
            ['000000199001010018', imported.records],
            ['13800000000', rest],
          ] as const)
            assert.ok(!JSON.stringify([where, imported.report]).includes(secret), secret);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Text as GBK, by way of what the platform can decode. */
function gbk(text: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) table.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
  return new Uint8Array([...text].flatMap((sign) => (sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : table.get(sign) ?? [63])));
}
