import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import type { SgsSearch } from '../../src/elements/sgs-search/sgs-search.js';
import { onListsChange } from '../../src/state/registry.js';
import { addressBar, storeOf } from '../fixtures/elements/stores.js';
import { all, announced, clear, expectAccessible, field, find, focused, get, nameOf, seen, settle, show, type, until } from './user.js';

const shown = (element: Element): string => /共 \d+ 条/.exec(seen(element))?.[0] ?? '';

describe('sgs-search', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  afterEach(clear);

  async function pair(search: Partial<SgsSearch> = {}, page = addressBar()): Promise<{ list: SgsList; search: SgsSearch; page: ReturnType<typeof addressBar> }> {
    const list = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty', 'license'], page }) });
    return { list, search: await show<SgsSearch>('sgs-search', search), page };
  }

  it('searches by Enter and by button, and tells how many were found', async () => {
    const { list, search } = await pair();
    field(search, '关键词').focus();
    await sendKeys({ type: '食品 宏远' });
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(shown(list)).to.equal('共 11 条');
    expect(focused(search) === field(search, '关键词'), nameOf(focused(search) ?? document.body)).to.equal(true);
    await until(() => announced() === '查询到 11 条信息', 'readers are told');
    type(field(search, '关键词'), '没有这样的公司');
    get(search, 'button', '查询').click();
    await settle();
    expect(seen(list)).to.include('没有查询到相关信息');
    await until(() => announced() === '没有查询到相关信息', 'readers are told');
    get(search, 'button', '重置').click();
    await settle();
    expect(shown(list)).to.equal('共 133 条');
    expect(field(search, '关键词').value).to.equal('');
  });

  it('reports what was searched for', async () => {
    const { search } = await pair();
    const queries: string[] = [];
    document.body.addEventListener('sgs-search', (event) => queries.push(event.detail.query.q));
    for (let twice = 0; twice < 2; twice++) {
      type(field(search, '关键词'), ' 食品 ');
      get(search, 'button', '查询').click();
      await settle();
    }
    expect(queries).to.deep.equal(['食品', '食品']);
  });

  it('unfolds filters, and shows those in force as buttons that take them back', async () => {
    const { list, search } = await pair();
    const more = get(search, 'button', '更多条件');
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    more.click();
    await settle();
    expect(more.getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(search);
    type(field(search, '处罚类别'), '警告');
    type(field(search, '年份'), '2025');
    type(field(search, '开始日期'), '2025-03-01');
    expect(shown(list)).to.equal('共 133 条');
    get(search, 'button', '查询').click();
    await settle();
    const total = shown(list);
    expect(total).to.equal('共 12 条');
    const chips = all(search, 'button').map(nameOf).filter((name) => name.startsWith('移除'));
    expect(chips).to.deep.equal(['移除处罚类别：警告', '移除年份：2025年', '移除开始日期：2025年3月1日']);
    get(search, 'button', chips[0]!).click();
    await settle();
    expect(shown(list)).to.not.equal(total);
    expect(field(search, '处罚类别').value).to.equal('');
    expect(focused(search) === field(search, '关键词'), nameOf(focused(search) ?? document.body)).to.equal(true);
    await expectAccessible(search);
  });

  it('takes the category back on another tab, for each kind has its own, and keeps the other filters', async () => {
    const { list, search } = await pair();
    get(search, 'button', '更多条件').click();
    await settle();
    type(field(search, '处罚类别'), '警告');
    type(field(search, '年份'), '2025');
    get(search, 'button', '查询').click();
    await settle();
    get(list, 'tab', /行政许可/).click();
    await settle();
    const chips = (): string[] => all(search, 'button').map(nameOf).filter((name) => name.startsWith('移除'));
    expect(chips()).to.deep.equal(['移除年份：2025年']);
    expect(field(search, '许可类别').value).to.equal('');
    expect(field(search, '年份').value).to.equal('2025');
    expect(shown(list)).to.equal('共 32 条');
    get(list, 'tab', /行政处罚/).click();
    await settle();
    expect(chips(), 'and back').to.deep.equal(['移除年份：2025年']);
    expect(field(search, '处罚类别').value).to.equal('');
  });

  it('forgets on another tab a category that was chosen but not sent', async () => {
    const { list, search } = await pair();
    get(search, 'button', '更多条件').click();
    await settle();
    type(field(search, '处罚类别'), '警告');
    type(field(search, '年份'), '2025');
    get(list, 'tab', /行政许可/).click();
    await settle();
    expect(field(search, '许可类别').value).to.equal('');
    expect(field(search, '年份').value, 'which both kinds have').to.equal('2025');
  });

  it('searches while typing where that is wanted, and keeps what is typed', async () => {
    const { list, search } = await pair({ live: true });
    const input = field(search, '关键词');
    input.focus();
    await sendKeys({ type: '望江' });
    await until(() => shown(list) !== '共 133 条', 'the list follows');
    await sendKeys({ type: '建筑' });
    expect(input.value).to.equal('望江建筑');
    await settle();
    expect(input.value).to.equal('望江建筑');
    expect(focused(search)).to.equal(input);
  });

  it('follows what the address and others say', async () => {
    const { list, search, page } = await pair();
    type(field(search, '关键词'), '食品');
    get(search, 'button', '查询').click();
    await settle();
    expect(page.href).to.contain('q=');
    page.back();
    await settle();
    expect(field(search, '关键词').value).to.equal('');
    expect(shown(list)).to.equal('共 133 条');
    type(field(search, '关键词'), '没有这样的公司');
    get(search, 'button', '查询').click();
    await settle();
    get(list, 'button', '重置').click();
    await settle();
    expect(field(search, '关键词').value).to.equal('');
  });

  it('offers the fields asked for', async () => {
    const { search } = await pair({ fields: 'q year' });
    get(search, 'button', '更多条件').click();
    await settle();
    expect(() => field(search, '处罚类别')).to.throw();
    expect(field(search, '年份')).to.exist;
    search.fields = 'q';
    await settle();
    expect(find(search, 'button', '更多条件')).to.equal(undefined);
  });

  it('finds its list by id, by feed, or because it is the only one, in any order', async () => {
    const search = await show<SgsSearch>('sgs-search', {}, { for: 'second' });
    get(search, 'button', '查询').click();
    await show<SgsList>('sgs-list', { id: 'first', store: storeOf({ kinds: ['license'] }) });
    const second = await show<SgsList>('sgs-list', { id: 'second', store: storeOf({ kinds: ['penalty'] }) });
    type(field(search, '关键词'), '食品');
    get(search, 'button', '查询').click();
    await settle();
    expect(shown(second)).to.equal('共 36 条');
    second.remove();
    await settle();
    get(search, 'button', '查询').click();
    search.removeAttribute('for');
    await settle();
    type(field(search, '关键词'), '登记');
    get(search, 'button', '查询').click();
    await settle();
    expect(shown(document.querySelector('sgs-list')!)).to.match(/共 15 条/);
  });

  it('finds a list whose id comes late, changes or goes, as frameworks set it', async () => {
    const bound = async (search: SgsSearch, list: SgsList): Promise<boolean> => {
      type(field(search, '关键词'), '没有这样的公司');
      get(search, 'button', '查询').click();
      await settle();
      const found = seen(list).includes('没有查询到相关信息');
      get(search, 'button', '重置').click();
      await settle();
      return found;
    };
    const search = await show<SgsSearch>('sgs-search', {}, { for: 'late' });
    const list = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['license'] }) });
    expect(await bound(search, list), 'without an id').to.equal(false);
    list.setAttribute('id', 'late');
    await settle();
    expect(await bound(search, list), 'with its id').to.equal(true);
    list.id = 'other';
    await settle();
    expect(await bound(search, list), 'with another').to.equal(false);
    const second = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'] }), id: 'late' });
    expect(await bound(search, second), 'another list of that id').to.equal(true);
    second.removeAttribute('id');
    list.id = 'late';
    await settle();
    expect(await bound(search, second), 'without its id').to.equal(false);
    expect(await bound(search, list), 'with it again').to.equal(true);
  });

  it('hears of lists only while both are on the page', async () => {
    const search = await show<SgsSearch>('sgs-search', {}, { for: 'late' });
    const list = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['license'] }) });
    let heard = 0;
    const stop = onListsChange(() => (heard += 1));
    list.id = 'late';
    expect(heard, 'on the page').to.equal(1);
    list.id = 'late';
    expect(heard, 'the same id').to.equal(1);
    list.remove();
    await settle();
    heard = 0;
    list.id = 'gone';
    expect(heard, 'a list that has left').to.equal(0);
    search.remove();
    await settle();
    let renders = 0;
    search.requestUpdate = () => {
      renders += 1;
    };
    document.body.append(list);
    await settle();
    expect(renders, 'a search box that has left').to.equal(0);
    stop();
  });

  it('binds by the feed when that comes late, too', async () => {
    const feed = '/fixtures/elements/feed.json';
    const search = await show<SgsSearch>('sgs-search', {}, { feed });
    const store = storeOf({ kinds: ['license'] });
    const list = await show<SgsList>('sgs-list', { store });
    await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'] }) });
    list.setAttribute('feed', feed);
    await settle();
    type(field(search, '关键词'), '没有这样的公司');
    get(search, 'button', '查询').click();
    await settle();
    expect(seen(list)).to.include('没有查询到相关信息');
  });

  it('takes the focus, and works without a list', async () => {
    const search = await show<SgsSearch>('sgs-search', {});
    search.focus();
    expect(focused(search) === field(search, '关键词'), nameOf(focused(search) ?? document.body)).to.equal(true);
    search.refresh();
    search.goTo(2);
    get(search, 'button', '重置').click();
    await settle();
    await expectAccessible(search);
  });
});
