/** Pages of a list and records opened in it: what is shown, where the focus and the page are then. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import { addressBar, storeOf } from '../fixtures/elements/stores.js';
import { all, clear, find, focused, get, nameOf, seen, settle, show, textOf, until } from './user.js';

const list = (given: Partial<SgsList>): Promise<SgsList> => show<SgsList>('sgs-list', given);

describe('pages and records of a list', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  afterEach(clear);

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
    expect(get(element, 'link', '第 3 页').getAttribute('part'), 'it is a page link like the others').to.match(/\bpage\b/);
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
    await until(() => seen(element).includes('第 1–3 条，共 3 条'), 'all records are here');
    expect(all(element, 'navigation')).to.have.lengthOf(0);
  });

  it('opens a record in its place and comes back to where it was', async () => {
    const page = addressBar();
    const element = await list({ store: storeOf({ kinds: ['penalty'], page }) });
    const opened = all(element, 'opener')[5]!;
    const name = textOf(opened);
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
    expect(textOf(focused(element)!)).to.equal(name);
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
});
