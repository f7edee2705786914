// The webmaster's assistant as a clerk uses it: one file from a stick, no server, no network.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { read as readBook, utils, write } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import type { SgsRecord } from '../../src/model/record.js';
import { todayInChina } from '../../src/rules/gate.js';
import { VERSION } from '../../src/model/version.js';
import { openBrowser } from '../helpers/browser.js';
import { choose, go, open, read, saved, textOf } from './assistant-user.js';
import { serveSite } from '../helpers/site.js';
import { workbook, type TestCell } from '../import/workbook.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All cells of all sheets. */
const readWorkbook = (bytes: Buffer): unknown => Object.values(readBook(bytes).Sheets).map((sheet) => utils.sheet_to_json(sheet, { header: 1 }));

const ID = '000000199001010018';
const OTHER_ID = '999999198506150028';
const PHONE = '19900000001';
const NAME = '周一鸣';
const AUTHORITY = '青岚市市场监督管理局';
const PERSONAL = [ID, OTHER_ID, PHONE, NAME, '云栖路8号'];

/** Days before today, ISO. */
const ago = (days: number): string => todayInChina(Date.now() - days * 86_400_000);
const chinese = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** A title, a header of two merged lines, dates as text, ID numbers, a blank row and a total. */
const dirty = (): Buffer => {
  const head = ['序号', '行政相对人', null, null, null, '处罚决定书文号', '违法行为类型', '案情描述', '处罚依据', '处罚类别', '处罚内容', '处罚决定日期', '公示截止期', '处罚机关'];
  const lower = [null, '行政相对人名称', '行政相对人类别', '统一社会信用代码', '证件号码'];
  const rows: TestCell[][] = [
    [`${AUTHORITY}行政处罚公示表`], head, lower,
    [1, '青岚市麦香坊食品有限公司', '法人及非法人组织', '91000000MA0000001R', null, '青市监处罚〔2026〕1号', '经营超过保质期的食品', '当事人经营过期面包。', '食品安全法', '罚款', '罚款 0.5 万元', chinese(ago(3)), '2099/12/31', AUTHORITY],
    [],
    [2, NAME, '自然人', null, ID, '青市监处罚〔2026〕2号', '无证经营', `当事人${NAME}（住青岚市云栖路8号2幢301室，电话${PHONE}，证件${OTHER_ID}）销售熟食。`, '食品安全法', '罚款', '罚款 0.2 万元', ago(4).replaceAll('-', '.'), '2099/12/31', AUTHORITY],
    [3, '青岚市启明宾馆有限公司', '法人及非法人组织', '91000000MA0000002W', null, '青市监处罚〔2026〕3号', '未明码标价', '客房价格未公示。', '价格法', '警告', '警告', ago(60), '2099/12/31', AUTHORITY],
    [4, '青岚市启明宾馆有限公司', '法人及非法人组织', '91000000MA0000002W', null, '青市监处罚〔2026〕3号', '未明码标价', '客房价格未公示。', '价格法', '警告', '警告', ago(60), '2099/12/31', AUTHORITY],
    [5, '青岚市四季鲜车行', '个体工商户', '92000000MA00000040', null, '青市监处罚〔2022〕4号', '无认证', '销售无认证充电器。', '认证认可条例', '罚款', '罚款 5 万元', '2022-03-01', '2023-03-01', AUTHORITY],
    [6, '青岚市明远物业有限公司', '法人及非法人组织', '91000000MA00000056', null, '青市监处罚〔2026〕5号', '价格违法', '未执行定价。', '价格法', '罚款', '罚款 1 万元', '2026年13月5日', '2099/12/31', AUTHORITY],
    ['合计', 6],
  ];
  const merges = ['A1:N1', 'B2:E2', ...['A', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N'].map((letter) => `${letter}2:${letter}3`)];
  return Buffer.from(workbook({ name: '行政处罚', rows, merges }));
};

const CSV = ['行政相对人名称,统一社会信用代码,行政许可决定书文号,项目名称,许可内容,许可决定日期,许可机关',
  `青岚市鹿鸣食品有限公司,91000000MA0000001R,青许〔2026〕1号,食品经营许可,准予经营,${ago(2)},${AUTHORITY}`,
  `青岚市云岫宾馆有限公司,91000000MA0000002W,青许〔2026〕2号,卫生许可,准予经营,${ago(1)},${AUTHORITY}`].join('\r\n');

/** Text as GBK, by way of what the platform can decode. */
const gbk = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) table.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
  return Buffer.from([...text].flatMap((sign) => (sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : table.get(sign) ?? [63])));
};

const row = (page: Page | Locator, ...words: (string | RegExp)[]) => words.reduce((rows, text) => rows.filter({ hasText: text }), page.getByRole('row'));

/** Neither what an element shows nor its attributes hold anything personal. */
const hidesAll = async (element: Locator): Promise<void> => {
  const content = await element.evaluate(({ shadowRoot }) => shadowRoot?.innerHTML ?? '');
  assert.ok(content.includes('青岚市') || content.includes('行政处罚'), 'there is something to look at');
  for (const secret of PERSONAL) assert.equal(content.includes(secret), false, secret);
};

describe('the assistant', () => {
  it('takes a dirty workbook to a published feed, with nothing personal in it and nothing sent', async (t) => {
    const { page, faults, requests } = await open(t);
    await choose(page, { name: '台账.xlsx', buffer: dirty() });
    await page.getByText('行政处罚，6 行，14 列').waitFor();

    await go(page, '核对列');
    await row(page, '证件号码', '不读取').waitFor();
    await row(page, '案情描述', '按原名显示').waitFor();
    await page.getByLabel('“案情描述”对应的栏目').selectOption({ label: '违法事实' });
    await row(page, '案情描述', '已识别').waitFor();
    await hidesAll(page.locator('sgs-assistant'));

    await page.getByRole('button', { name: '下一步：检查报告' }).click();
    await row(page, '行政处罚 第 6 行 H 列', '案情描述').waitFor();
    await row(page, '行政处罚 第 7 行', '超过 7 个工作日').waitFor();
    await row(page, '行政处罚 第 8 行', '重复').waitFor();
    await row(page, '行政处罚 第 9 行 M 列', '公示期已满').waitFor();
    await row(page, '行政处罚 第 10 行 L 列', '不是有效的日期').waitFor();
    await page.getByRole('button', { name: /^提示/ }).click();
    await row(page, '第 6 行 E 列', '证件号码').waitFor();
    assert.equal(await row(page, '不是有效的日期').count(), 0);
    const report = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载 CSV' }).click();
    assert.match(await textOf(report), /第 6 行 E 列/);

    await hidesAll(page.locator('sgs-assistant'));
    await go(page, '处理');
    await page.getByText('将写入 3 条，等待处理 3 条').waitFor();
    await hidesAll(page.locator('sgs-assistant'));
    // Whose name, and what becomes of it: the name itself only for whoever asks.
    const name = row(page.getByRole('region', { name: '自然人姓名' }), '第 6 行', '周某');
    await name.getByRole('button', { name: /^对照原表/ }).click();
    await name.getByText('原表：', { exact: true }).waitFor();
    assert.match(await name.innerText(), /原表：\s*周\S+\s+公示：\s*周某/);
    await name.getByRole('button', { name: /^对照原表/ }).click();
    await hidesAll(page.locator('sgs-assistant'));
    await page.getByRole('button', { name: /一键处理/ }).click();
    await page.getByText('将写入 3 条，等待处理 0 条').waitFor();
    // Each change can be taken back: what is not masked is not written.
    await page.getByRole('region', { name: '自然人姓名' }).first().getByRole('button', { name: /^撤销.*第 6 行/ }).click();
    await page.getByText('将写入 2 条，等待处理 1 条').waitFor();
    await page.getByRole('button', { name: '撤销上一步' }).click();
    await page.getByText('将写入 3 条，等待处理 0 条').waitFor();

    await go(page, '外观与嵌入');
    const preview = page.frameLocator('#preview');
    await preview.getByRole('table').getByText('青岚市麦香坊食品有限公司').waitFor();
    await preview.getByRole('table').getByText('周某').waitFor();
    await page.getByLabel('配色').selectOption('red');
    await preview.locator('sgs-column[theme=red]').waitFor();
    await preview.getByRole('table').getByText('无证经营').click();
    await preview.getByText('销售熟食').waitFor();
    await hidesAll(preview.locator('sgs-column'));
    await hidesAll(page.locator('sgs-assistant'));
    const integrity = (JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<string, string>)['sgs.js'];
    await page.getByRole('region', { name: '第一段：网页模板' }).getByText(`integrity="${integrity}"`).waitFor();
    await page.getByLabel('网站用什么编辑').selectOption('CKEditor 4.22.1');
    await page.getByText('<a href="/sgs/sgs.json#sgs-column">').waitFor();

    await go(page, '下载');
    const json = await saved(page);
    for (const secret of PERSONAL) assert.equal(json.includes(secret), false, secret);
    assert.deepEqual(read(json).map(({ documentNumber, subjectName, decidedOn, facts }) => [documentNumber, subjectName, decidedOn, facts]), [
      ['青市监处罚〔2026〕1号', '青岚市麦香坊食品有限公司', ago(3), '当事人经营过期面包。'],
      ['青市监处罚〔2026〕2号', '周某', ago(4), '当事人周某（住[已隐去]，电话[已隐去]，证件[已隐去]）销售熟食。'],
      ['青市监处罚〔2026〕3号', '青岚市启明宾馆有限公司', ago(60), '客房价格未公示。'],
    ]);

    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    assert.match(kept, /案情描述/);
    for (const secret of [...PERSONAL, '青岚市']) assert.equal(kept.includes(secret), false, secret);
    assert.deepEqual(requests.filter((url) => !url.startsWith('blob:')), ['about:srcdoc'].filter((url) => requests.includes(url)));
    assert.deepEqual(faults(), []);
  });

  it('remembers a mapping for the same header, and forgets it', async (t) => {
    const { page } = await open(t);
    await choose(page, { name: '台账.xlsx', buffer: dirty() });
    await go(page, '核对列');
    await page.getByLabel('“案情描述”对应的栏目').selectOption({ label: '违法事实' });
    await row(page, '案情描述', '已识别').waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await choose(page, { name: '下月.xlsx', buffer: dirty() });
    await go(page, '核对列');
    await row(page, '案情描述', '已识别').waitFor();
    await page.getByRole('button', { name: /忘记/ }).click();
    await row(page, '案情描述', '按原名显示').waitFor();
  });

  const xls = (): Buffer => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(CSV.split('\r\n').map((line) => line.split(','))), '行政许可');
    return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
  };
  const files: Readonly<Record<string, () => { name: string; buffer: Buffer }>> = {
    'a GBK table of text': () => ({ name: '许可.csv', buffer: gbk(CSV) }),
    'an old workbook': () => ({ name: '许可.xls', buffer: xls() }),
    JSON: () => ({ name: '许可.json', buffer: Buffer.from(JSON.stringify({ data: CSV.split('\r\n').slice(1).map((line) => Object.fromEntries(line.split(',').map((cell, at) => [CSV.split('\r\n')[0]!.split(',')[at]!, cell]))) })) }),
  };
  for (const [name, file] of Object.entries(files)) {
    it(`reads ${name}`, async (t) => {
      const { page, faults } = await open(t);
      await choose(page, file());
      await go(page, '下载');
      assert.deepEqual(read(await saved(page)).map(({ kind, documentNumber, subjectName, projectName }) => [kind, documentNumber, subjectName, projectName]).sort(), [
        ['license', '青许〔2026〕1号', '青岚市鹿鸣食品有限公司', '食品经营许可'],
        ['license', '青许〔2026〕2号', '青岚市云岫宾馆有限公司', '卫生许可'],
      ]);
      assert.deepEqual(faults(), []);
    });
  }

  it('takes files that are dropped on it', async (t) => {
    const { page } = await open(t);
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], '许可.csv'));
      return transfer;
    }, CSV);
    await page.getByText('把文件拖到这里').dispatchEvent('drop', { dataTransfer: data });
    await page.getByText('行政许可，2 行，7 列').waitFor();
  });

  it('says in plain words what it can’t read', async (t) => {
    const { page, faults } = await open(t);
    await choose(page, { name: '说明.txt', buffer: Buffer.from('这不是表格') }, { name: '坏.xlsx', buffer: Buffer.from('PK\u0003\u0004nonsense') }, { name: '空.csv', buffer: Buffer.alloc(0) }, { name: '断.json', buffer: Buffer.from('{"records":[{"kind":"license",') });
    const alert = page.getByRole('alert');
    for (const text of ['说明.txt：没有找到表头', '坏.xlsx：不是能读取的 Excel 工作簿', '空.csv：文件是空的', '断.json：数据不完整']) await alert.getByText(text).waitFor();
    assert.equal(await page.getByRole('button', { name: '核对列' }).first().isDisabled(), true);
    assert.deepEqual(faults(), []);
  });

  it('merges into the feed that is there: adds, corrects, withdraws with the reason, and shows it before', async (t) => {
    const { page, faults } = await open(t);
    const before = { version: 1, updated: ago(9), publisher: { name: AUTHORITY }, records: [
      { kind: 'license', documentNumber: '青许〔2026〕1号', subjectName: '青岚市鹿鸣食品有限公司', projectName: '食品经营许可证', content: '准予经营', decidedOn: ago(2), authority: AUTHORITY, creditCode: '91000000MA0000001R' },
      { kind: 'license', documentNumber: '青许〔2025〕9号', subjectName: '青岚市旧书店有限公司', projectName: '出版物零售', decidedOn: ago(90), authority: AUTHORITY },
    ] };
    await choose(page, { name: '许可.csv', buffer: Buffer.from(CSV) });
    await go(page, '合并');
    await page.getByLabel('打开现有的 sgs.json').setInputFiles({ name: 'sgs.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(before)) });
    await page.getByText('合并后新增 1 条、更正 1 条、相同 0 条').waitFor();
    await page.getByRole('checkbox', { name: /^采用：青许〔2026〕1号/ }).waitFor();
    await row(page, '项目名称', '食品经营许可证', '食品经营许可').waitFor();
    await page.getByLabel('查找要撤销的记录').fill('旧书店');
    await page.getByLabel(/撤销原因：青许〔2025〕9号/).fill('行政复议决定撤销');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('撤销原因：行政复议决定撤销').waitFor();
    await go(page, '下载');
    await page.getByText('新增 1、更正 1、撤销 1、移除 0').waitFor();
    const json = await saved(page);
    const records = read(json);
    assert.deepEqual(records.map(({ documentNumber, status, projectName }) => [documentNumber, status, projectName]), [
      ['青许〔2026〕2号', 'valid', '卫生许可'], ['青许〔2026〕1号', 'valid', '食品经营许可'], ['青许〔2025〕9号', 'revoked', '出版物零售'],
    ]);
    assert.equal(records[2]?.revokeReason, '行政复议决定撤销');
    const { publisher, history } = JSON.parse(json) as { publisher: { name: string }; history: object[] };
    assert.equal(publisher.name, AUTHORITY);
    assert.deepEqual(history, [{ on: todayInChina(), added: 1, corrected: 1, withdrawn: 1, removed: 0 }]);
    assert.deepEqual(faults(), []);
  });

  it('asks for the reason of what a table says is revoked while the site still shows it', async (t) => {
    const { page, faults } = await open(t);
    const lines = CSV.split('\r\n').map((line, at) => `${line},${['当前状态', '撤销', '正常'][at]}`);
    const before = { version: 1, records: [{ kind: 'license', documentNumber: '青许〔2026〕1号', subjectName: '青岚市鹿鸣食品有限公司', projectName: '食品经营许可', decidedOn: ago(2), authority: AUTHORITY }] };
    await choose(page, { name: '许可.csv', buffer: Buffer.from(lines.join('\r\n')) });
    await go(page, '处理');
    await page.getByRole('button', { name: /一键处理/ }).click();
    await go(page, '合并');
    await page.getByLabel('打开现有的 sgs.json').setInputFiles({ name: 'sgs.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(before)) });
    await page.getByRole('alert').getByText('仍在公示 1 条').waitFor();
    await page.getByLabel(/撤销原因：青许〔2026〕1号/).fill('申请人隐瞒情况');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('撤销原因：申请人隐瞒情况').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
    await go(page, '下载');
    await page.getByRole('checkbox', { name: /写上今天/ }).check();
    assert.deepEqual(read(await saved(page)).map(({ documentNumber, status, publishedOn }) => [documentNumber, status, publishedOn]), [
      ['青许〔2026〕2号', 'valid', todayInChina()], ['青许〔2026〕1号', 'revoked', undefined],
    ]);
    assert.deepEqual(faults(), []);
  });

  it('names the file where several are taken in, and the sheets that it does not read', async (t) => {
    const { page } = await open(t);
    const book = (number: string): Buffer => Buffer.from(workbook({ name: 'Sheet1', rows: CSV.replaceAll('青许', number).split('\r\n').map((line) => line.split(',')) }, { name: '填报说明', rows: [['日期填 yyyy/mm/dd']] }));
    await choose(page, { name: '甲.xlsx', buffer: book('甲许') }, { name: '乙.xlsx', buffer: book('乙许') });
    await page.getByText('没有采用的工作表：填报说明（没有找到表头）').nth(1).waitFor();
    await go(page, '检查报告');
    await page.getByRole('rowheader', { name: /^甲\.xlsx Sheet1 第 2 行/ }).first().waitFor();
    await page.getByRole('rowheader', { name: /^乙\.xlsx Sheet1 第 2 行/ }).first().waitFor();
  });

  it('gives the summary of one week', async (t) => {
    const { page } = await open(t);
    await choose(page, { name: '许可.csv', buffer: Buffer.from(CSV.replace(ago(2), ago(40))) });
    await go(page, '下载');
    const choice = page.getByRole('combobox', { name: '双公示每周汇总的期间' });
    assert.equal(await choice.getByRole('option').count(), 3);
    await choice.selectOption({ index: 2 });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Excel.*双公示每周汇总/ }).click();
    const book = JSON.stringify(readWorkbook(readFileSync(await (await download).path())));
    assert.deepEqual(['青许〔2026〕1号', '青许〔2026〕2号'].map((number) => book.includes(number)), [true, false]);
  });

  it('gives summaries and the national template’s sheets that it reads back as the same records', async (t) => {
    const { page } = await open(t);
    await page.getByRole('button', { name: '用示例试一试' }).click();
    await go(page, '处理');
    await page.getByRole('button', { name: /一键处理/ }).click();
    await go(page, '下载');
    const expected = read(await saved(page));
    const essence = (records: readonly SgsRecord[]): unknown[] => records.map(({ documentNumber, subjectName, decidedOn, result, fineAmount, authority }) => [documentNumber, subjectName, decidedOn, result, fineAmount, authority]).sort();
    for (const name of [/Excel.*双公示每周汇总/, /Excel.*国家模板，公示内容/]) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const again = await open(t);
      await choose(again.page, { name: '再次导入.xlsx', buffer: readFileSync(await (await download).path()) });
      await go(again.page, '处理');
      const all = again.page.getByRole('button', { name: /一键处理/ });
      if (await all.isEnabled()) await all.click();
      await go(again.page, '下载');
      assert.deepEqual(essence(read(await saved(again.page))), essence(expected), String(name));
    }
    // What is reported and not published is in the sheets for the platform only, and only from the table itself.
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Excel.*国家模板，报送内容/ }).click();
    const book = readWorkbook(readFileSync(await (await download).path()));
    assert.ok(JSON.stringify(book).includes(ID));
  });

  it('gives everything that goes to the site: uploaded as it is, the page shows the column', async (t) => {
    const { page } = await open(t);
    await choose(page, { name: '许可.csv', buffer: Buffer.from(CSV) });
    await go(page, '下载');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载全部文件' }).click();
    const files = unzipSync(readFileSync(await (await download).path()));
    assert.ok(readFileSync('dist/sgs.js').equals(files[`sgs/${VERSION}/sgs.js`]!));
    assert.match(new TextDecoder().decode(files['sgs/说明.txt']), /<sgs-column feed="\/sgs\/sgs.json"/);
    assert.match(new TextDecoder().decode(files['sgs/示例网页.html']), /上传到网站/);
    const site = await serveSite(t, { pages: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`/site/${encodeURI(name)}`, bytes])), policy: '' });
    const { page: visitor, faults } = await openBrowser(t);
    await visitor.goto(`${site.url}site/sgs/${encodeURI('示例网页.html')}`);
    await visitor.getByRole('table').getByText('青岚市鹿鸣食品有限公司').waitFor();
    await visitor.getByRole('table').getByRole('link', { name: '卫生许可' }).click();
    await visitor.getByRole('article').getByText('青许〔2026〕2号').first().waitFor();
    assert.deepEqual(faults(), []);
  });

  it('asks before work is lost, and not once it is downloaded', async (t) => {
    const { page } = await open(t);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.getByRole('button', { name: '用示例试一试' }).click();
    await page.reload();
    assert.deepEqual(asked, ['beforeunload']);
    await page.getByRole('button', { name: '用示例试一试' }).click();
    await go(page, '下载');
    await saved(page);
    await page.reload();
    assert.deepEqual(asked, ['beforeunload']);
  });

  it('works on a large table with progress, and stops when told to', async (t) => {
    const { page } = await open(t);
    const [head = '', line = ''] = CSV.split('\r\n');
    const lines = Array.from({ length: 30_000 }, (_, at) => line.replace('1号', `${at}号`));
    await choose(page, { name: '大.csv', buffer: Buffer.from([head, ...lines].join('\n')) });
    await page.getByText('30000 行').waitFor();
    await page.getByRole('navigation', { name: '步骤' }).getByRole('button', { name: '检查报告' }).click();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('heading', { level: 2, name: '核对列' }).waitFor();
    await page.getByRole('button', { name: '下一步：检查报告' }).click();
    await page.getByRole('definition').filter({ hasText: '行政许可 30000' }).waitFor();
    // So many are better published as a folder.
    await go(page, '下载');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载分片' }).click();
    const files = unzipSync(readFileSync(await (await download).path()));
    const manifest = JSON.parse(new TextDecoder().decode(files['sgs.json'])) as { shards: { kinds: Record<string, { total: number }> } };
    assert.equal(JSON.stringify(manifest.shards).includes('30000'), true);
  });

  it('can be walked by keyboard: each step begins at its heading', async (t) => {
    const { page } = await open(t);
    const press = async (name: string | RegExp): Promise<void> => {
      // While rows are examined the way on is closed.
      await page.getByRole('button', { name, disabled: false }).last().focus();
      await page.keyboard.press('Enter');
    };
    await press('用示例试一试');
    for (const step of ['核对列', '检查报告', '处理', '合并', '外观与嵌入', '下载']) {
      await press(`下一步：${step}`);
      await page.getByRole('heading', { level: 2, name: step }).waitFor();
      await page.waitForFunction((name) => document.querySelector('sgs-assistant')?.shadowRoot?.activeElement?.textContent.includes(name), step);
    }
  });

  for (const width of [390, 768, 1280]) {
    it(`has nothing that axe objects to at ${width} px, no sideways scrolling, and targets of 44 px`, async (t) => {
      const { page } = await open(t, { width, axe: true });
      await page.getByRole('button', { name: '用示例试一试' }).click();
      await page.addScriptTag({ content: axe });
      for (const step of ['导入', '核对列', '检查报告', '处理', '合并', '外观与嵌入', '下载']) {
        await go(page, step);
        if (step === '合并') {
          const feed = { version: 1, records: [{ kind: 'penalty', documentNumber: '青市监处罚〔2026〕101号', subjectName: '青岚市麦香坊食品有限公司', authority: AUTHORITY, decidedOn: '2026-11-12', result: '罚款' }] };
          await page.getByLabel('打开现有的 sgs.json').setInputFiles({ name: 'sgs.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(feed)) });
          await page.getByText('更正 1 条、').waitFor();
          await page.getByLabel('查找要撤销的记录').fill('101');
          await page.getByRole('button', { name: '撤销', exact: true }).waitFor();
        }
        const violations = await page.evaluate(async (tags) => {
          const { axe: engine } = window as unknown as { axe: { run: (context: object, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> } };
          return (await engine.run({ exclude: [['iframe']] }, { runOnly: tags, iframes: false })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
        }, TAGS);
        assert.deepEqual(violations, [], step);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, step);
        const small = await page.locator('button:visible, select:visible, summary:visible, label.button:visible').evaluateAll((targets) => targets.filter((target) => target.getBoundingClientRect().height < 44).map(({ textContent }) => textContent.trim()));
        assert.deepEqual(small, [], step);
      }
    });
  }
});
