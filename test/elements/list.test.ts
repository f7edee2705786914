import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import { NO_FILTERS } from '../../src/query/query.js';
import { changedStore, storeOf } from '../fixtures/elements/stores.js';
import {
  all, announced, clear, expectAccessible, expectNoSidewaysScroll, field, find, focused, get, nameOf,
  needsWindowInFront, seen, settle, show, showIn, textOf, until,
} from './user.js';

const cells = (row: Element): string[] => [...row.children].map(textOf);
const list = (given: Partial<SgsList>, attributes: Record<string, string> = {}): Promise<SgsList> =>
  show<SgsList>('sgs-list', given, attributes);

/** The columns that say how they are sorted. */
const sorted = (element: SgsList): string[] =>
  all(element, 'columnheader')
    .filter((header) => header.hasAttribute('aria-sort'))
    .map((header) => `${textOf(header)} ${header.getAttribute('aria-sort') ?? ''}`);

describe('sgs-list', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  afterEach(clear);

  it('shows a table of the first page, newest first, with the columns of the contract', async () => {
    const element = await list({ store: storeOf({ kinds: ['license'] }) });
    await until(() => seen(element).includes('共 32 条'), 'all records are here');
    expect(all(element, 'columnheader').map(textOf)).to.deep.equal(['项目名称/决定书名称', '行政相对人名称', '许可类别', '许可决定日期', '许可机关']);
    expect(all(element, 'row')).to.have.lengthOf(10);
    expect(cells(all(element, 'row')[0]!)).to.deep.equal(['食品经营许可', '青岚市宏远食品有限公司', '普通', '2025-10-24', '青岚市市场监督管理局']);
    expect(seen(element)).to.include('第 1–10 条，共 32 条');
    expect(get(element, 'heading', '行政许可')).to.have.property('localName', 'h2');
  });

  it('sets an opener that is a button, where the address is left alone, on the line of its row', async () => {
    const element = await list({ store: storeOf({ kinds: ['license'], urlKey: '' }) });
    await until(() => seen(element).includes('共 32 条'), 'all records are here');
    expect(all(element, 'row')[0]!.firstElementChild!.firstElementChild).to.have.property('localName', 'button');
    const [opener, beside] = [...all(element, 'row')[0]!.children].map((cell) => {
      const { top, height } = (cell.firstElementChild ?? cell).getBoundingClientRect();
      return { top, height };
    });
    expect(opener!.height, 'no taller than its text').to.be.below(32);
    expect(Math.abs(opener!.top - beside!.top), 'on one line').to.be.below(4);
  });

  it('makes tabs of several kinds, with counts, and shows the kind chosen', async () => {
    const element = await list({ store: storeOf() });
    expect(all(element, 'tab').map(textOf)).to.deep.equal(['行政许可32', '行政处罚133']);
    get(element, 'tab', /行政处罚/).click();
    await settle();
    expect(all(element, 'columnheader').map(textOf)).to.deep.equal(['案件名称/违法行为类型', '行政相对人名称', '行政处罚决定书文号', '处罚决定日期', '处罚机关']);
    expect(get(element, 'tab', /行政处罚/).getAttribute('aria-selected')).to.equal('true');
  });

  it('moves between tabs by keyboard', async () => {
    const element = await list({ store: storeOf({ kinds: ['license', 'penalty', 'honor'] }) });
    get(element, 'tab', /行政许可/).focus();
    for (const [key, tab] of [['ArrowRight', /行政处罚/], ['End', /表彰奖励/], ['ArrowRight', /行政许可/], ['ArrowLeft', /表彰奖励/], ['Home', /行政许可/]] as const) {
      await sendKeys({ press: key });
      await settle();
      expect(nameOf(focused(element)!), key).to.match(tab);
      expect(focused(element)!.getAttribute('aria-selected'), key).to.equal('true');
    }
    expect(all(element, 'tab').filter((tab) => tab.tabIndex === 0)).to.have.lengthOf(1);
  });

  it('sorts by a column, and back, and says so on that column only', async () => {
    const element = await list({ store: storeOf({ kinds: ['license'] }) });
    expect(sorted(element)).to.deep.equal(['许可决定日期 descending']);
    get(element, 'button', '许可决定日期').click();
    await settle();
    expect(sorted(element)).to.deep.equal(['许可决定日期 ascending']);
    expect(cells(all(element, 'row')[0]!)[3]).to.equal('2025-06-22');
  });

  it('sorts by keyboard, and stays where it was', async function () {
    needsWindowInFront(this);
    const element = await list({ store: storeOf({ kinds: ['license'] }) });
    get(element, 'button', '行政相对人名称').focus();
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(sorted(element)).to.deep.equal(['行政相对人名称 ascending']);
    expect(nameOf(focused(element)!)).to.equal('行政相对人名称');
  });

  it('marks what was searched for', async () => {
    const element = await list({ store: storeOf({ kinds: ['penalty'], filters: { ...NO_FILTERS, q: '食品 宏远' } }) });
    expect(new Set(all(element, 'mark').map(textOf))).to.deep.equal(new Set(['宏远食品', '食品']));
  });

  it('shows status in words, a natural person as text, and a dash for what is missing', async () => {
    const element = await list({ store: storeOf({ kinds: ['penalty'], size: 20 }) });
    expect(seen(element)).to.include('已撤销').and.include('异议处理中').and.include('张某');
    const honors = await list({ store: storeOf({ kinds: ['honor'] }), columns: 'title documentNumber' });
    expect(all(honors, 'row')[0]!.innerText).to.include('—');
  });

  it('says when nothing is published, and when nothing is found', async () => {
    const none = await list({ store: storeOf({ records: [] }) });
    expect(seen(none)).to.include('暂无公示信息');
    const element = await list({ store: storeOf({ filters: { ...NO_FILTERS, q: '没有这样的公司' } }) });
    expect(seen(element)).to.include('没有查询到相关信息');
    await expectAccessible(element);
  });

  it('keeps the fallback content while it loads and when it fails', async () => {
    const loading = await list({ store: storeOf({ hangs: true }), innerHTML: '<p>静态表格</p>' });
    expect(seen(loading)).to.include('正在加载');
    expect(loading.querySelector('p')!.getClientRects()).to.have.lengthOf(1);
    const element = document.createElement('sgs-list');
    element.innerHTML = '<p>静态表格</p>';
    element.store = storeOf({ failure: { code: 'network', detail: '测试' } });
    const failures: string[] = [];
    element.addEventListener('sgs-error', (event) => failures.push(event.detail.failure.code));
    document.body.append(element);
    await until(() => seen(element).includes('暂时无法获取公示信息'), 'the failure shows');
    expect(element.querySelector('p')!.getClientRects()).to.have.lengthOf(1);
    expect(find(element, 'button', '重试')).to.exist;
    expect(failures).to.deep.equal(['network']);
    await until(() => announced().includes('暂时无法获取公示信息'), 'readers are told');
    const ready = await list({ store: storeOf(), innerHTML: '<p>静态表格</p>' });
    expect(ready.querySelector('p')!.getClientRects()).to.have.lengthOf(0);
  });

  it('says that an older copy is shown, and how much has arrived', async () => {
    const store = storeOf({ kinds: ['penalty'] });
    const stale = await list({ store: changedStore(store, () => ({ stale: '2025-10-20' })) });
    expect(seen(stale)).to.include('当前显示的是 2025年10月20日 的数据');
    const arriving = await list({
      store: changedStore(store, ({ page }) => (page ? { page: { ...page, complete: false } } : {})),
    });
    expect(seen(arriving)).to.include('已载入 133 条');
  });

  it('tells the page what has loaded, and the webmaster in one line', async () => {
    const lines: string[] = [];
    const { info } = console;
    console.info = (line: string) => void lines.push(line);
    const element = document.createElement('sgs-list');
    const loads: unknown[] = [];
    element.addEventListener('sgs-load', (event) => loads.push(event.detail));
    element.store = storeOf({ report: { withheld: { expired: 3, internal: 1 }, rejected: { 'bad-date': 2 }, unplaced: { BYZD: 9, '000000199001010018': 1 }, standard: null, rows: 182, total: 500 } });
    document.body.append(element);
    await waitUntil(() => lines.length, 'the line in the console');
    console.info = info;
    expect(loads).to.deep.equal([{ total: 176, rejected: 2, withheld: 4, updated: '2025-10-24' }]);
    expect(lines).to.have.lengthOf(1);
    expect(lines[0]).to.match(/未公示 4 条（expired 3、internal 1）.*数据有误 2 条（bad-date 2）.*未识别的列：BYZD，.*共有 500 条，只取到 182 条.*request\.page.*无法判断数据标准/).and.not.include('000000');
  });

  it('speaks English when its own lang says so, whatever the page is in', async () => {
    const { registerLocale } = await import('../../src/locale/locale.js');
    const { en } = await import('../../src/locale/en.js');
    registerLocale('en', en);
    const element = await list({ store: storeOf({ kinds: ['license'] }), lang: 'en-GB' });
    expect(all(element, 'columnheader').map(textOf)[0]).to.equal('Project or decision');
    expect(seen(element)).to.include('1–10 of 32');
    element.lang = 'fr';
    await settle();
    expect(seen(element)).to.include('第 1–10 条');
  });

  it('uses the labels of the configuration', async () => {
    const element = await list({ store: storeOf({ kinds: ['license'], config: { labels: { license: '许可公示', decidedOn: '决定时间' } } }) });
    expect(get(element, 'heading', '许可公示')).to.exist;
    expect(find(element, 'button', '决定时间')).to.exist;
  });

  it('becomes cards where there is little room, with the same semantics', async function () {
    await showIn(390, 800, this);
    const element = await list({ store: storeOf({ kinds: ['penalty'] }) });
    const [row] = all(element, 'row');
    expect(row!.getAttribute('role')).to.equal('row');
    // Firefox and WebKit name the attribute, Chromium says what is in it.
    const cell = row!.children[1]!;
    expect(getComputedStyle(cell, '::before').content.replace('attr(data-label)', cell.getAttribute('data-label') ?? '')).to.contain('行政相对人名称');
    expectNoSidewaysScroll(390);
    expect(find(element, 'button', '处罚决定日期')).to.equal(undefined);
    get(element, 'button', '排序').click();
    await settle();
    get(element, 'button', '处罚决定日期').click();
    await settle();
    expect(textOf(all(element, 'row')[0]!)).to.contain('2024');
    await expectAccessible(element);
  });

  it('reads as a list whose search box is somewhere else', async () => {
    const element = await list({ store: storeOf() });
    expect(() => field(element, '关键词')).to.throw();
    await expectAccessible(element);
  });

  it('prints every row of the result', async () => {
    const element = await list({ store: storeOf({ kinds: ['license'] }) });
    const printer = window as unknown as { print: () => void };
    const { print } = printer;
    let rows = 0;
    printer.print = () => {
      rows = all(element, 'row').length;
      dispatchEvent(new Event('afterprint'));
    };
    get(element, 'button', '打印').click();
    await until(() => rows > 0 && !document.querySelector('[data-sgs-print]'), 'it has been printed');
    await settle();
    printer.print = print;
    expect(rows).to.equal(32);
    expect(all(element, 'row')).to.have.lengthOf(10);
    expect(document.querySelectorAll('[data-sgs-print]')).to.have.lengthOf(0);
    // Chromium 69 has none.
    expect(document.adoptedStyleSheets ?? []).to.have.lengthOf(0);
    element.exports = 'csv';
    await settle();
    expect(find(element, 'button', '打印')).to.equal(undefined);
  });
});
