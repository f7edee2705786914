import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { SgsDetail } from '../../src/elements/sgs-detail/sgs-detail.js';
import type { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import { penalties } from '../fixtures/elements/records.js';
import { addressBar, storeOf } from '../fixtures/elements/stores.js';
import {
  all, announced, clear, expectAccessible, expectNoSidewaysScroll, find, focused, get, nameOf, seen, settle, show,
  showIn, until,
} from './user.js';

const detail = (id: string, given: Partial<SgsDetail> = {}): Promise<SgsDetail> =>
  show<SgsDetail>('sgs-detail', { store: storeOf({ kinds: ['license', 'penalty', 'honor', 'notice', 'catalog'] }), record: id, ...given });

/** Labels and values as they are read. */
const rows = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.shadowRoot!.querySelectorAll('dl > div')].map((row) => [row.querySelector('dt')!.innerText, row.querySelector('dd')!.innerText]));

const valueOf = (element: Element, label: string): HTMLElement => [...element.shadowRoot!.querySelectorAll('dt')].find((dt) => dt.innerText === label)!.nextElementSibling as HTMLElement;

/** How many lines a text takes. WebKit's `innerText` knows no line breaks of `pre-line`. */
const linesOf = (element: Element): number => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
};

describe('sgs-detail', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  afterEach(clear);

  it('shows a licence under the official labels, with what has to be published even if it is missing', async () => {
    const element = await detail('license-3');
    expect(get(element, 'heading', '药品零售企业筹建审批').localName).to.equal('h2');
    const shown = rows(element);
    expect(Object.keys(shown).slice(0, 5)).to.have.members(['行政许可决定书文号', '行政许可决定文书名称', '设定依据', '项目名称', '行政相对人名称']);
    expect(shown['许可决定日期']).to.equal('2025年10月16日');
    expect(rows(await detail('license-1'))['有效期至']).to.equal('长期');
    expect(rows(await detail('penalty-person'))['处罚依据']).to.equal('—');
    await expectAccessible(element);
  });

  it('shows a penalty with its amounts, its ways to appeal and its line breaks', async () => {
    const element = await detail('penalty-1');
    // What goes for all records of a feed may come behind them.
    await until(() => rows(element)['救济渠道']?.includes('行政复议'), 'how to appeal');
    const shown = rows(element);
    expect(shown['罚款金额（万元）']).to.equal('1.2万元（12000元）');
    expect(linesOf(valueOf(element, '违法事实'))).to.equal(2);
    expect(shown['处罚类别']).to.equal('罚款、没收违法所得、没收非法财物');
  });

  it('tells how long a penalty is public, and from when on repair may be asked for, each with its source', async () => {
    const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const own = { ...penalties[0]!, id: 'own', publicUntil: inDays(200), repairableFrom: inDays(-10) };
    const element = await detail('own', { store: storeOf({ kinds: ['penalty'], records: [own] }) });
    await until(() => rows(element)['公示还有'], 'the lines');
    const shown = rows(element);
    expect(shown['公示还有']).to.match(/^(?:199|200|201) 天，.* 后自动停止公示（国家发展改革委令第36号）$/);
    expect(shown['最早可申请信用修复']).to.match(/（已可申请）.*（国家发展改革委令第36号）$/);
    // The feed says itself where and by when to object.
    await until(() => rows(element)['不服处罚'] === undefined, 'the feed’s own words');
    await expectAccessible(element);
  });

  it('shows of a revoked decision which it is, that it is revoked, and why', async () => {
    const element = await detail('penalty-revoked');
    expect(nameOf(all(element, 'heading')[0]!)).to.include('已撤销');
    expect(Object.keys(rows(element))).to.deep.equal(['行政处罚决定书文号', '处罚机关', '处罚决定日期', '撤销日期', '撤销原因']);
    expect(seen(element)).to.not.include('食品').and.not.include('青岚市和风');
    await expectAccessible(element);
  });

  it('shows what the department added, and what is very long, without sideways scrolling', async function () {
    expect(rows(await detail('license-1'))['经营场所']).to.include('南屏路');
    await showIn(320, 700, this);
    const element = await detail('penalty-long');
    expectNoSidewaysScroll(320);
    await expectAccessible(element);
  });

  it('says whom to ask, and where to object, as the site configures', async () => {
    const texts = { contact: '咨询：法规科', objection: 'https://www.example.org/yy', repair: 'javascript:alert(1)' };
    const element = await detail('penalty-1', { store: storeOf({ kinds: ['penalty'], config: { texts } }) });
    expect(seen(element)).to.include('咨询：法规科').and.include('信用修复');
    expect(get(element, 'link', '异议申请').getAttribute('rel')).to.equal('noopener noreferrer');
    expect(all(element, 'link').map(nameOf)).to.not.include('信用修复');
    await expectAccessible(element);
  });

  it('links to http addresses only', async () => {
    const element = await detail('notice-1');
    const link = get(element, 'link', /example/) as HTMLAnchorElement;
    expect(link.rel).to.equal('noopener noreferrer');
    const bad = await detail('x', {
      store: storeOf({ kinds: ['notice'], records: [{ id: 'x', kind: 'notice', title: '标题', status: 'valid', category: [], extra: [], link: 'javascript:alert(1)' }] }),
    });
    expect(all(bad, 'link')).to.have.lengthOf(0);
    expect(seen(bad)).to.include('javascript:alert(1)');
  });

  it('says when the record is not there, and changes with the attribute', async () => {
    const element = await detail('gone');
    expect(seen(element)).to.include('没有找到这条信息');
    element.setAttribute('record', 'license-2');
    await settle();
    expect(get(element, 'heading', '小餐饮登记')).to.exist;
  });

  it('copies the address of the record and says so', async () => {
    let copied = '';
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => void (copied = text) } });
    const element = await detail('penalty-1');
    get(element, 'button', '复制链接').click();
    await until(() => announced() === '已复制链接', 'readers are told');
    expect(copied).to.contain('-id=penalty-1');
    // Without https there is no clipboard; the old way may be refused too.
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    const old = document as unknown as { execCommand?: () => boolean };
    old.execCommand = () => false;
    get(element, 'button', '复制链接').click();
    await until(() => announced().includes('未能复制'), 'readers are told');
    delete old.execCommand;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    expect(document.querySelector('textarea')).to.equal(null);
  });

  it('prints itself', async () => {
    const element = await detail('penalty-1');
    const printer = window as unknown as { print: () => void };
    const { print } = printer;
    let marked = 0;
    printer.print = () => {
      marked = document.querySelectorAll('[data-sgs-print]').length;
      dispatchEvent(new Event('afterprint'));
    };
    get(element, 'button', '打印').click();
    await settle();
    printer.print = print;
    expect(marked).to.equal(3);
  });

  it('takes over the records of its list, and gives the focus back', async () => {
    const element = await show<SgsDetail>('sgs-detail', { innerHTML: '<p>请选择</p>' });
    const list = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['penalty'] }) });
    expect(element.querySelector('p')!.getClientRects()).to.have.lengthOf(1);
    const name = nameOf(all(list, 'opener')[3]!);
    all(list, 'opener')[3]!.click();
    await settle();
    expect(all(list, 'table')).to.have.lengthOf(1);
    expect(focused(element) === all(element, 'heading')[0], nameOf(focused(element) ?? document.body)).to.equal(true);
    expect(nameOf(all(element, 'heading')[0]!)).to.contain(name);
    get(element, 'link', '返回列表').click();
    await settle();
    expect(seen(element)).to.equal('');
    expect(focused(list) === all(list, 'opener')[3], nameOf(focused(list) ?? document.body)).to.equal(true);
    element.remove();
    await settle();
    all(list, 'opener')[3]!.click();
    await settle();
    expect(find(list, 'heading', new RegExp(`^${name}`))).to.exist;
  });

  it('shows the record the address names', async () => {
    const element = await show<SgsDetail>('sgs-detail', { store: storeOf({ kinds: ['license', 'penalty'], page: addressBar('https://www.example.gov.cn/?sgs-id=license-2') }) });
    expect(get(element, 'heading', '小餐饮登记')).to.exist;
    expect(focused(element)).to.equal(null);
    expect(find(element, 'link', '返回列表')).to.equal(undefined);
  });
});
