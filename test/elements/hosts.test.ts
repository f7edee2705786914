/** What pages do to elements: upgrade late, move, remove, ill-treat them. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { SgsDetail } from '../../src/elements/sgs-detail/sgs-detail.js';
import { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import { addressBar, storeOf } from '../fixtures/elements/stores.js';
import { all, clear, find, get, seen, settle, show, until } from './user.js';

const FEED = '/fixtures/elements/feed.json';
/** The server counts by key, and every engine asks it. */
const VISIT = String(Math.random());

describe('on a page', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  afterEach(clear);

  it('reads a feed by its address, and again when an attribute changes', async () => {
    const element = await show<SgsList>('sgs-list', {}, { feed: FEED, kind: 'license', 'url-key': '' });
    await until(() => all(element, 'row').length === 3, 'the rows show');
    element.setAttribute('page-size', '2');
    await until(() => all(element, 'row').length === 2, 'the page is smaller');
    element.setAttribute('kind', 'penalty');
    await until(() => seen(element).includes('张某'), 'the other kind shows');
    element.setAttribute('q', '没有');
    await until(() => seen(element).includes('没有查询到相关信息'), 'the search shows');
    element.removeAttribute('q');
    element.removeAttribute('kind');
    element.removeAttribute('page-size');
    element.removeAttribute('url-key');
    await until(() => all(element, 'tab').length === 2, 'the defaults are back');
  });

  it('reads its configuration first', async () => {
    const element = await show<SgsList>('sgs-list', {}, { feed: FEED, config: '/fixtures/elements/config.json', 'url-key': '' });
    await until(() => all(element, 'tab').length === 2, 'the list shows');
    expect(seen(element)).to.include('许可公示');
    const broken = await show<SgsList>('sgs-list', {}, { feed: FEED, config: `/fixtures/elements/gone.json?status=404&times=1&key=hosts${VISIT}`, 'url-key': '' });
    await until(() => seen(broken).includes('暂时无法获取公示信息'), 'the failure shows');
    broken.setAttribute('config', '/fixtures/elements/config.json');
    await until(() => seen(broken).includes('许可公示'), 'the new configuration counts');
  });

  it('reads a configuration again on request', async () => {
    const element = await show<SgsList>('sgs-list', {}, { feed: FEED, config: `/fixtures/elements/config.json?status=404&times=1&key=again${VISIT}`, 'url-key': '' });
    await until(() => seen(element).includes('暂时无法获取公示信息'), 'the failure shows');
    get(element, 'button', '重试').click();
    await until(() => seen(element).includes('许可公示'), 'the list shows');
  });

  it('retries on request', async () => {
    const element = await show<SgsList>('sgs-list', { config: { request: { retry: 0 } } }, { feed: `${FEED}?status=404&times=1&key=retry${VISIT}`, 'url-key': '' });
    await until(() => seen(element).includes('暂时无法获取公示信息'), 'the failure shows');
    get(element, 'button', '重试').click();
    await until(() => all(element, 'row').length > 0, 'the rows show');
  });

  it('says what is missing when there is no feed', async () => {
    const element = await show<SgsList>('sgs-list', {});
    expect(seen(element)).to.include('尚未设置数据来源');
    element.feed = FEED;
    await until(() => all(element, 'row').length > 0, 'the rows show');
  });

  it('keeps properties that were set before it was defined', async () => {
    class Late extends SgsList {}
    const element = document.createElement('sgs-list-late');
    Object.assign(element, { store: storeOf({ kinds: ['license'] }), elder: true });
    document.body.append(element);
    customElements.define('sgs-list-late', Late);
    await settle();
    expect(all(element, 'row')).to.have.lengthOf(10);
    expect(element.hasAttribute('elder')).to.equal(true);
    element.remove();
  });

  it('keeps its state when it is moved, and starts anew when it was away', async () => {
    const element = await show<SgsList>('sgs-list', { }, { feed: FEED, kind: 'license', 'page-size': '1', 'url-key': '' });
    await until(() => all(element, 'row').length === 1, 'the rows show');
    element.goTo(2);
    await until(() => seen(element).includes('第 2–2 条'), 'the second page shows');
    const section = document.createElement('section');
    document.body.append(section);
    section.append(element);
    await settle();
    expect(seen(element)).to.include('第 2–2 条');
    element.remove();
    await settle();
    document.body.append(element);
    await until(() => seen(element).includes('第 1–1 条'), 'it starts anew');
    section.remove();
  });

  it('leaves nothing behind when it goes', async () => {
    await clear();
    const before = document.body.childElementCount;
    for (let turn = 0; turn < 20; turn++) {
      const list = await show<SgsList>('sgs-list', {}, { feed: FEED, 'url-key': '' });
      list.remove();
    }
    await clear();
    expect(document.body.childElementCount).to.equal(before);
  });

  it('stands what a host inherits into it', async () => {
    const styles = document.createElement('style');
    styles.textContent = `html { font-size: 62.5% } body { line-height: 1; text-align: justify; letter-spacing: 4px; word-spacing: 9px; text-transform: uppercase;
      text-indent: 2em; white-space: nowrap; font-weight: 900; color: yellow; cursor: wait; font-style: italic } * { letter-spacing: 4px; line-height: 1 }`;
    const plain = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'], page: addressBar() }) });
    const look = (): string[] => ['p', 'th', 'td', 'button', 'a'].map((name) => {
      const { fontSize, lineHeight, letterSpacing, textIndent, textTransform, whiteSpace, color, fontStyle, cursor } = getComputedStyle(plain.shadowRoot!.querySelector(name)!);
      return [fontSize, lineHeight, letterSpacing, textIndent, textTransform, whiteSpace, color, fontStyle, cursor].join();
    });
    const before = look();
    document.head.append(styles);
    expect(look()).to.deep.equal(before);
    styles.remove();
  });

  it('takes the font of the page, also one that comes later', async () => {
    const font = (element: Element): string => getComputedStyle(all(element, 'opener')[0]!).fontFamily;
    document.body.style.fontFamily = 'cursive';
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'] }) });
    expect(font(element)).to.equal('cursive');
    document.body.style.fontFamily = '';
    const plain = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'] }) });
    // Firefox has a sans-serif font of its own for Chinese.
    expect(font(plain)).to.match(/PingFang SC|^sans-serif$/);
    document.body.style.fontFamily = 'cursive';
    document.body.style.width = '500px';
    await until(() => font(plain) === 'cursive', 'the font is the page’s');
    document.body.removeAttribute('style');
  });

  it('is a table or cards by the room there is, not by what it shows, where the width follows the content', async () => {
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'] }) }, { style: 'float: left; white-space: nowrap' });
    const looks = new Set<string>();
    let watching = true;
    const watch = (): void => {
      for (const table of all(element, 'table')) looks.add(getComputedStyle(table).display);
      if (watching) requestAnimationFrame(watch);
    };
    watch();
    all(element, 'opener')[0]!.click();
    await until(() => find(element, 'link', '返回列表') ?? find(element, 'button', '返回列表'), 'the record shows');
    await settle();
    (find(element, 'link', '返回列表') ?? get(element, 'button', '返回列表')).click();
    await until(() => all(element, 'table').length, 'the list is back');
    await settle();
    expect([...looks], 'in every frame').to.deep.equal(['table']);
    document.body.style.width = '400px';
    await until(() => looks.has('block'), 'there is no room for a table');
    await settle();
    looks.clear();
    await settle();
    expect([...looks], 'in every frame').to.deep.equal(['block']);
    expect(element.getBoundingClientRect().width).to.be.at.most(400);
    watching = false;
    document.body.removeAttribute('style');
  });

  it('takes the properties of the page', async () => {
    document.documentElement.style.setProperty('--sgs-accent', 'rgb(1, 2, 3)');
    const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'] }) });
    expect(getComputedStyle(all(element, 'opener')[0]!).color).to.equal('rgb(1, 2, 3)');
    document.documentElement.style.removeProperty('--sgs-accent');
  });

  it('never throws at the page: what cannot be rendered leaves the fallback content', async () => {
    const { error } = console;
    const errors: unknown[] = [];
    console.error = (...given: unknown[]) => void errors.push(given);
    const element = document.createElement('sgs-list');
    element.innerHTML = '<p>静态表格</p>';
    element.store = { ...storeOf(), subscribe: () => () => undefined, get snapshot(): never { throw new Error('broken'); } };
    document.body.append(element);
    await settle();
    console.error = error;
    expect(errors).to.have.lengthOf(1);
    expect(element.querySelector('p')!.getClientRects()).to.have.lengthOf(1);
  });

  it('may be defined twice', async () => {
    const again = await import(`../../src/define.ts?again=${String(Date.now())}`);
    expect(again).to.exist;
    expect(customElements.get('sgs-list')).to.equal(SgsList);
  });

  it('shows one record of a feed of its own, or of the feed of a list elsewhere on the page', async () => {
    const list = await show<SgsList>('sgs-list', {}, { id: 'list', feed: FEED, 'url-key': '', kind: 'license' });
    await until(() => all(list, 'row').length === 3, 'the rows show');
    const id = list.shadowRoot!.querySelector<HTMLElement>('tbody [data-id]')!.dataset['id']!;
    const borrowed = await show<SgsDetail>('sgs-detail', { headingLevel: 4 }, { record: id, for: 'list' });
    await until(() => find(borrowed, 'heading', '食品经营许可'), 'the record shows');
    expect(get(borrowed, 'heading', '食品经营许可').localName).to.equal('h4');
    expect(find(borrowed, 'link', '返回列表')).to.equal(undefined);
    list.remove();
    borrowed.remove();
    await settle();
    const own = await show<SgsDetail>('sgs-detail', {}, { record: id, feed: FEED });
    await until(() => find(own, 'heading', '食品经营许可'), 'the record shows');
    const broken = await show<SgsDetail>('sgs-detail', { config: { request: { retry: 0 } } }, { record: id, feed: '/fixtures/elements/gone.json' });
    await until(() => seen(broken).includes('暂时无法获取公示信息'), 'the failure shows');
    broken.feed = FEED;
    await until(() => find(broken, 'heading', '食品经营许可'), 'the record shows');
    broken.refresh();
    broken.goTo(1);
  });

  it('waits for a list of the same feed instead of reading the address itself', async () => {
    const detail = await show<SgsDetail>('sgs-detail', {}, { feed: FEED });
    const list = await show<SgsList>('sgs-list', {}, { feed: FEED, kind: 'license', 'url-key': '' });
    await until(() => all(list, 'row').length === 3, 'the rows show');
    all(list, 'opener')[1]!.click();
    await until(() => find(detail, 'heading', '计量标准器具核准'), 'the record shows there');
    expect(all(list, 'table')).to.have.lengthOf(1);
    get(detail, 'button', '返回列表').click();
    await settle();
    expect(seen(detail)).to.equal('');
  });

  it('calls the nearest heading level its own', async () => {
    for (const [level, name] of [['1', 'h2'], ['3', 'h3'], ['9', 'h6'], ['x', 'h2']] as const) {
      const element = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['license'] }) }, { 'heading-level': level });
      expect(all(element, 'heading')[0]!.localName).to.equal(name);
    }
  });
});
