import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import { NO_FILTERS } from '../../src/query/query.js';
import { addressBar, changedStore, storeOf } from '../fixtures/elements/stores.js';
import { all, clear, expectAccessible, expectNoSidewaysScroll, field, find, focused, get, nameOf, needsWindowInFront, seen, settle, show, showIn, textOf, told, until } from './user.js';

const cells = (row: Element): string[] => [...row.children].map(textOf);
const list = (given: Partial<SgsList>, attributes: Record<string, string> = {}): Promise<SgsList> => show<SgsList>('sgs-list', given, attributes);

/** The columns that say how they are sorted. */
const sorted = (element: SgsList): string[] => all(element, 'columnheader').filter((header) => header.hasAttribute('aria-sort')).map((header) => `${textOf(header)} ${header.getAttribute('aria-sort') ?? ''}`);

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

  it('pages by real links, and puts the focus on the range line', async () => {
    const page = addressBar();
    const element = await list({ store: storeOf({ kinds: ['license'], page }) });
    const pages: number[] = [];
    element.addEventListener('sgs-page', (event) => pages.push(event.detail.page));
    expect(all(element, 'link').map(nameOf).slice(-4)).to.deep.equal(['第 2 页', '第 3 页', '第 4 页', '下一页']);
    expect(get(element, 'link', '第 1 页').getAttribute('aria-current')).to.equal('page');
    expect((get(element, 'link', '第 3 页') as HTMLAnchorElement).href).to.contain('sgs-page=3');
    get(element, 'link', '下一页').click();
    await settle();
    expect(seen(element)).to.include('第 11–20 条，共 32 条');
    expect(textOf(focused(element)!)).to.equal('第 11–20 条，共 32 条');
    expect(page.href).to.contain('sgs-page=2');
    get(element, 'link', '第 4 页').click();
    await settle();
    expect(seen(element)).to.include('第 31–32 条，共 32 条');
    expect(find(element, 'link', '下一页')).to.equal(undefined);
    expect(pages).to.deep.equal([2, 4]);
  });

  it('gives the link of the page shown a part of its own, and no other', async () => {
    const element = await list({ store: storeOf({ kinds: ['license'] }) });
    const current = (): string[] => [...element.shadowRoot!.querySelectorAll('[part~=current]')].map(nameOf);
    expect(current()).to.deep.equal(['第 1 页']);
    get(element, 'link', '第 3 页').click();
    await settle();
    expect(current()).to.deep.equal(['第 3 页']);
    expect(get(element, 'link', '第 3 页').part.contains('page'), 'it is a page link like the others').to.equal(true);
  });

  it('leaves clicks with a modifier to the browser', async () => {
    const element = await list({ store: storeOf({ kinds: ['license'] }) });
    const link = get(element, 'link', '第 2 页');
    let prevented: boolean | undefined;
    element.addEventListener('click', (event) => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    });
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }));
    await settle();
    expect(prevented).to.equal(false);
    expect(seen(element)).to.include('第 1–10 条');
  });

  it('pages with buttons where the address is left alone', async () => {
    const element = await list({ store: storeOf({ kinds: ['license'], urlKey: '' }) });
    expect(all(element, 'link')).to.have.lengthOf(0);
    get(element, 'button', '第 2 页').click();
    await settle();
    expect(seen(element)).to.include('第 11–20 条');
  });

  it('goes to a page by script without taking the focus', async () => {
    const element = await list({ store: storeOf({ kinds: ['license'] }) });
    let page = 0;
    element.addEventListener('sgs-page', (event) => (page = event.detail.page));
    element.goTo(99);
    await settle();
    expect(page).to.equal(4);
    expect(focused(element)).to.equal(null);
  });

  it('needs no pagination for one page', async () => {
    const element = await list({ store: storeOf({ kinds: ['honor'] }) });
    expect(all(element, 'navigation')).to.have.lengthOf(0);
    expect(seen(element)).to.include('第 1–3 条，共 3 条');
  });

  it('opens a record in its place and comes back to where it was', async () => {
    const page = addressBar();
    const element = await list({ store: storeOf({ kinds: ['penalty'], page }) });
    const opened = all(element, 'opener')[5]!;
    const name = nameOf(opened);
    opened.focus();
    const place = scrollY;
    opened.click();
    await settle();
    expect(get(element, 'heading', name)).to.have.property('localName', 'h3');
    expect(focused(element) === get(element, 'heading', name), nameOf(focused(element) ?? document.body)).to.equal(true);
    expect(all(element, 'table')).to.have.lengthOf(0);
    expect(page.href).to.contain('sgs-id=');
    get(element, 'link', '返回列表').click();
    await settle();
    expect(nameOf(focused(element)!)).to.equal(name);
    expect(scrollY).to.equal(place);
  });

  it('scrolls back to where the record was opened, wherever the person has scrolled meanwhile', async () => {
    const space = document.body.appendChild(document.createElement('div'));
    space.style.height = '3000px';
    const element = await list({ store: storeOf({ kinds: ['penalty'] }) });
    document.body.append(element, space.cloneNode());
    await settle();
    scrollTo(0, 2900);
    all(element, 'opener')[5]!.click();
    await settle();
    scrollTo(0, 40);
    get(element, 'link', '返回列表').click();
    await settle();
    expect(scrollY).to.equal(2900);
    for (const each of document.querySelectorAll<HTMLElement>('body > div[style*="3000px"]')) each.remove();
    scrollTo(0, 0);
  });

  it('keeps the focus when the person goes back in the history', async () => {
    const page = addressBar();
    const element = await list({ store: storeOf({ kinds: ['penalty'], page }) });
    all(element, 'opener')[2]!.click();
    await settle();
    page.back();
    await settle();
    expect(focused(element) === all(element, 'opener')[2], nameOf(focused(element) ?? document.body)).to.equal(true);
  });

  it('shows a record the address names, without taking the focus', async () => {
    const element = await list({ store: storeOf({ kinds: ['penalty'], page: addressBar('https://www.example.gov.cn/?sgs-id=penalty-9') }) });
    expect(get(element, 'article', /./)).to.exist;
    expect(focused(element)).to.equal(null);
  });

  it('says when a record is not there', async () => {
    const element = await list({ store: storeOf({ kinds: ['penalty'], page: addressBar('https://www.example.gov.cn/?sgs-id=gone') }) });
    expect(seen(element)).to.include('没有找到这条信息');
    get(element, 'link', '返回列表').click();
    await settle();
    expect(all(element, 'table')).to.have.lengthOf(1);
  });

  it('tells which record is selected, and opens nothing when that is cancelled', async () => {
    const element = await list({ store: storeOf({ kinds: ['penalty'] }) });
    let id = '';
    document.body.addEventListener('sgs-select', (event) => {
      id = event.detail.record.id;
      event.preventDefault();
    }, { once: true });
    all(element, 'opener')[0]!.click();
    await settle();
    expect(id).to.equal('penalty-1');
    expect(all(element, 'table')).to.have.lengthOf(1);
  });

  it('links to pages of their own, or opens nothing', async () => {
    const element = await list({ store: storeOf({ kinds: ['penalty'] }), detail: '/sgs/show.html?id={id}' });
    expect((all(element, 'opener')[0] as HTMLAnchorElement).getAttribute('href')).to.equal(`${location.origin}/sgs/show.html?id=penalty-1`);
    element.detail = 'none';
    await settle();
    expect(all(element, 'opener')).to.have.lengthOf(0);
    element.detail = 'javascript:alert({id})';
    await settle();
    expect(all(element, 'link').filter((link) => (link as HTMLAnchorElement).href.startsWith('javascript'))).to.have.lengthOf(0);
  });

  it('marks what was searched for', async () => {
    const element = await list({ store: storeOf({ kinds: ['penalty'], filters: { ...NO_FILTERS, q: '食品 宏远' } }) });
    expect(new Set(all(element, 'mark').map(textOf))).to.deep.equal(new Set(['宏远食品', '食品']));
  });

  it('shows status in words, a natural person as text, and a dash for what is missing', async () => {
    const element = await list({ store: storeOf({ kinds: ['penalty'], size: 20 }) });
    expect(seen(element)).to.include('已撤销').and.include('异议处理中').and.include('张某');
    const honors = await list({ store: storeOf({ kinds: ['honor'] }), columns: 'title documentNumber' });
    expect(cells(all(honors, 'row')[0]!)[1]).to.equal('—');
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
    await until(() => told().includes('暂时无法获取公示信息'), 'readers are told');
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
    element.store = storeOf({ report: { withheld: { expired: 3, internal: 1 }, rejected: { 'bad-date': 2 }, unplaced: { BYZD: 9, '000000199001010018': 1 }, standard: null } });
    document.body.append(element);
    await waitUntil(() => lines.length, 'the line in the console');
    console.info = info;
    expect(loads).to.deep.equal([{ total: 176, rejected: 2, withheld: 4, updated: '2025-10-24' }]);
    expect(lines).to.have.lengthOf(1);
    expect(lines[0]).to.match(/未公示 4 条（expired 3、internal 1）.*数据有误 2 条（bad-date 2）.*未识别的列：BYZD，.*无法判断数据标准/).and.not.include('000000');
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
