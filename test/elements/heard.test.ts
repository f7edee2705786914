/** What a blind citizen meets: what is announced, where the focus lands, in which language, by which name. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { SgsColumn } from '../../src/elements/sgs-column/sgs-column.js';
import type { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import { NO_FILTERS } from '../../src/query/query.js';
import { addressBar, changedStore, storeOf } from '../fixtures/elements/stores.js';
import { all, announced, clear, field, find, focused, get, nameOf, seen, settle, show, textOf, type, until } from './user.js';

const FEED = '/fixtures/elements/feed.json';
const VISIT = String(Math.random());

/** Everything announced from now on, in order, each time it is said. */
function listen(): string[] {
  const spoken: string[] = [];
  for (const region of document.querySelectorAll('[role=status]')) {
    new MutationObserver(() => region.textContent && spoken.push(region.textContent)).observe(region, { childList: true });
  }
  return spoken;
}

/** Longer than a message waits for a later one. */
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 200));

const failing = (times: number, key: string): Promise<SgsList> =>
  show<SgsList>('sgs-list', { config: { request: { retry: 0 } } }, { feed: `${FEED}?status=404&times=${times}&key=${key}${VISIT}`, 'url-key': '' });

describe('what is heard', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  afterEach(clear);

  it('tries again: loading is said, the focus stays on the button, then lands on the range line', async () => {
    const element = await failing(2, 'heard');
    await until(() => find(element, 'button', '重试'), 'the failure shows');
    await pause();
    const spoken = listen();
    get(element, 'button', '重试').focus();
    get(element, 'button', '重试').click();
    expect(announced()).to.equal('正在加载');
    await element.updateComplete;
    expect(nameOf(focused(element)!), 'while it loads').to.equal('重试');
    await until(() => seen(element).includes('暂时无法获取公示信息'), 'it has failed again');
    expect(nameOf(focused(element)!), 'after a failure').to.equal('重试');
    await until(() => announced().includes('暂时无法获取公示信息'), 'the failure is said');
    get(element, 'button', '重试').click();
    await until(() => all(element, 'row').length, 'the rows show');
    await until(() => focused(element)?.id === 'range', 'the focus is on the range line');
    expect(textOf(focused(element)!)).to.match(/^第 1–\d 条，共 \d 条$/);
    await pause();
    expect(spoken.map((text) => text.slice(0, 10))).to.deep.equal(['正在加载', '暂时无法获取公示信息', '正在加载']);
  });

  it('says of an older copy what it is, not that it failed', async () => {
    const store = storeOf({ kinds: ['penalty'] });
    const failure = { code: 'network', detail: '测试' } as const;
    await show<SgsList>('sgs-list', { store: changedStore(store, () => ({ stale: '2025-10-20', failure, failures: [failure] })) });
    await until(() => announced() === '当前显示的是 2025年10月20日 的数据', 'readers are told');
  });

  it('lands on the search field when 重置 goes with “没有查询到相关信息”', async () => {
    const element = await show<SgsColumn>('sgs-column', { store: storeOf() });
    // A record opened long ago has nothing to do with it.
    all(element, 'opener')[4]!.click();
    await settle();
    get(element, 'link', '返回列表').click();
    await settle();
    type(field(element, '关键词'), '没有这样的公司');
    get(element, 'button', '查询').click();
    await settle();
    const reset = all(element, 'button').filter((button) => nameOf(button) === '重置').pop()!;
    reset.focus();
    reset.click();
    await settle();
    expect(seen(element)).to.include('共 32 条');
    expect(focused(element) === field(element, '关键词'), nameOf(focused(element) ?? document.body)).to.equal(true);
  });

  it('comes back to the row by Back after a click in the text, also where the page around takes clicks', async () => {
    const main = document.body.appendChild(document.createElement('main'));
    main.tabIndex = -1;
    const page = addressBar();
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'], page }) });
    main.append(element);
    await settle();
    for (const landed of [main, document.body]) {
      all(element, 'opener')[2]!.click();
      await settle();
      get(element, 'article', /./).dispatchEvent(new MouseEvent('mousedown', { bubbles: true, composed: true }));
      if (landed === main) main.focus();
      else focused(element)?.blur();
      expect(document.activeElement === landed).to.equal(true);
      page.back();
      await settle();
      expect(focused(element) === all(element, 'opener')[2], nameOf(focused(element) ?? document.body)).to.equal(true);
    }
    // Who has gone elsewhere is left there.
    const outside = document.body.appendChild(document.createElement('button'));
    all(element, 'opener')[2]!.click();
    await settle();
    outside.focus();
    page.back();
    await settle();
    expect(document.activeElement === outside).to.equal(true);
    outside.remove();
    main.remove();
  });

  it('keeps the rows behind an open record, the same ones, for the way back', async () => {
    const element = await show<SgsList>('sgs-list', { store: storeOf() });
    const opener = all(element, 'opener')[3]!;
    const tab = get(element, 'tab', /行政许可/);
    opener.click();
    await settle();
    expect(all(element, 'table')).to.have.lengthOf(0);
    get(element, 'link', '返回列表').click();
    await settle();
    expect(all(element, 'opener')[3] === opener && get(element, 'tab', /行政许可/) === tab).to.equal(true);
    expect(focused(element) === opener).to.equal(true);
  });

  it('tells the number of hits in each tab, and announces a tab, an order and a page size once', async () => {
    const element = await show<SgsColumn>('sgs-column', { store: storeOf() });
    expect(all(element, 'tab').map(nameOf)).to.deep.equal(['行政许可，32 条', '行政处罚，133 条']);
    type(field(element, '关键词'), '食品 宏远');
    get(element, 'button', '查询').click();
    await until(() => nameOf(get(element, 'tab', /行政处罚/)).includes('，11 条'), 'the hits show');
    expect(nameOf(get(element, 'tab', /行政许可/))).to.match(/^行政许可，\d 条$/);
    get(element, 'button', '重置').click();
    await settle();
    await pause();
    const spoken = listen();
    get(element, 'tab', /行政处罚/).click();
    await settle();
    await pause();
    get(element, 'button', '处罚决定日期').click();
    await settle();
    await pause();
    type(field(element, '每页'), '20');
    await settle();
    await pause();
    expect(all(element, 'row')).to.have.lengthOf(20);
    expect(spoken).to.deep.equal(['查询到 133 条信息', '已按处罚决定日期升序排列', '查询到 133 条信息']);
  });

  it('makes the line of results a heading below that of the column', async () => {
    const element = await show<SgsColumn>('sgs-column', { store: storeOf() });
    await until(() => seen(element).includes('共 32 条'), 'all is read');
    expect(get(element, 'heading', '第 1–10 条，共 32 条').localName).to.equal('h3');
  });

  it('speaks Chinese where the feed does, in an English column', async () => {
    const element = await show<SgsColumn>('sgs-column', { store: storeOf({ filters: { ...NO_FILTERS, year: '2025' } }), lang: 'en' });
    await until(() => seen(element).includes('Search'), 'English shows');
    const languageOf = (node: Element): string => node.closest('[lang]')!.getAttribute('lang')!;
    const [first] = all(element, 'row');
    expect(languageOf(first!.querySelector('a')!)).to.equal('zh-CN');
    expect([...first!.querySelectorAll('td span span')].map(languageOf)).to.include('zh-CN');
    expect(languageOf(first!.querySelector('time')!), 'a date').to.equal('en');
    first!.querySelector('a')!.click();
    await settle();
    const value = (label: string): Element => [...element.shadowRoot!.querySelectorAll('dt')].find((dt) => dt.innerText === label)!.nextElementSibling!;
    expect(languageOf(value('Authority').firstElementChild!)).to.equal('zh-CN');
    expect(languageOf(value('Date of the decision').firstElementChild!)).to.equal('en');
  });

  it('tells decisions of one name apart by their party', async () => {
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['license'] }) });
    expect(nameOf(all(element, 'opener')[0]!)).to.equal('食品经营许可，青岚市宏远食品有限公司');
  });

  it('reads an empty value in words, and no sign of a chip', async () => {
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['honor'] }), columns: 'title documentNumber' });
    const cell = all(element, 'row')[0]!.children[1]!;
    expect(textOf(cell)).to.equal('未公开');
    expect(cell.querySelector('[role=img]')).to.equal(null);
    const column = await show<SgsColumn>('sgs-column', { store: storeOf({ filters: { ...NO_FILTERS, year: '2025' } }) });
    const chip = get(column, 'button', '移除年份：2025年');
    expect(getComputedStyle(chip, '::after').content).to.equal('none');
  });

  it('says which page comes before and after', async () => {
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['license'] }) });
    get(element, 'link', '下一页').click();
    await settle();
    expect([...element.shadowRoot!.querySelectorAll('a[rel]')].map((link) => [link.getAttribute('rel'), nameOf(link)])).to.deep.equal([['prev', '上一页'], ['next', '下一页']]);
  });

  it('names search, page and record in the title of the page, of two lists side by side, and takes them back', async () => {
    document.title = '双公示专栏';
    const page = addressBar();
    const element = await show<SgsColumn>('sgs-column', { store: storeOf({ kinds: ['penalty'], page }) });
    const other = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['license'] }) });
    expect(document.title).to.equal('双公示专栏');
    type(field(element, '关键词'), '食品');
    get(element, 'button', '查询').click();
    await settle();
    get(element, 'link', '下一页').click();
    await settle();
    expect(document.title).to.equal('食品 - 第 2 页 - 双公示专栏');
    get(other, 'link', '第 3 页').click();
    await settle();
    expect(document.title).to.equal('食品 - 第 2 页 - 第 3 页 - 双公示专栏');
    const name = textOf(all(element, 'opener')[0]!);
    all(element, 'opener')[0]!.click();
    await settle();
    expect(document.title).to.equal(`${name} - 食品 - 第 2 页 - 第 3 页 - 双公示专栏`);
    document.title = '另一标题';
    page.back();
    await settle();
    expect(document.title, 'the page’s own is what the page has written last').to.equal('食品 - 第 2 页 - 第 3 页 - 另一标题');
    other.remove();
    element.remove();
    await settle();
    expect(document.title).to.equal('另一标题');
    const silent = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['license'], config: { pageTitle: false } }) });
    get(silent, 'link', '第 3 页').click();
    await settle();
    expect(document.title).to.equal('另一标题');
  });

  it('opens the record before and after, over the edge of a page, and comes back to its row', async () => {
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['license'] }) });
    const names = all(element, 'opener').map(textOf);
    all(element, 'opener')[9]!.click();
    await settle();
    await until(() => find(element, 'link', `上一条：${names[8]}`), 'the one before');
    get(element, 'link', /^下一条：/).click();
    await settle();
    expect(focused(element)!.id).to.equal('record');
    const name = textOf(focused(element)!);
    await until(() => find(element, 'link', `上一条：${names[9]}`), 'the one before');
    get(element, 'link', '返回列表').click();
    await settle();
    expect(seen(element)).to.include('第 11–20 条');
    expect(textOf(focused(element)!)).to.equal(name);
    expect(all(element, 'opener').indexOf(focused(element)!)).to.equal(0);
  });

  it('goes to a page by its number, and to the last for one beyond', async () => {
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'] }) });
    field(element, '到第').value = '3';
    get(element, 'button', '跳转').click();
    await settle();
    expect(seen(element)).to.include('第 21–30 条');
    field(element, '到第').value = '99';
    field(element, '到第').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settle();
    expect(textOf(focused(element)!)).to.equal('第 131–133 条，共 133 条');
  });

  it('puts the empty fields beyond those of the plan in one line that unfolds, the others in groups', async () => {
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'] }) });
    all(element, 'opener')[0]!.click();
    await settle();
    const groups = all(element, 'heading').map(textOf).slice(2);
    expect(groups).to.include.members(['行政相对人', '决定内容', '公示']);
    const details = element.shadowRoot!.querySelector('details')!;
    expect(textOf(details.querySelector('summary')!)).to.match(/^未公开的项目（\d+ 项）$/);
    expect(details.open).to.equal(false);
    details.querySelector('summary')!.click();
    await settle();
    expect(seen(element)).to.include('税务登记号');
  });
});
