import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { SgsColumn } from '../../src/elements/sgs-column/sgs-column.js';
import { NO_FILTERS } from '../../src/query/query.js';
import { storeOf } from '../fixtures/elements/stores.js';
import { all, clear, expectAccessible, expectNoSidewaysScroll, field, focused, get, nameOf, seen, settle, show, showAs, showIn, type } from './user.js';

const column = (given: Partial<SgsColumn> = {}): Promise<SgsColumn> => show<SgsColumn>('sgs-column', { store: storeOf(), ...given });

describe('sgs-column', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  afterEach(clear);

  it('is tabs, search, list and detail in one shadow root', async () => {
    const element = await column();
    expect(get(element, 'heading', '行政许可和行政处罚公示')).to.exist;
    expect(seen(element)).to.include('青岚市市场监督管理局').and.include('数据更新：2025年10月24日');
    get(element, 'tab', /行政处罚/).click();
    await settle();
    type(field(element, '关键词'), '虚假广告');
    get(element, 'button', '查询').click();
    await settle();
    expect(seen(element)).to.include('共 26 条');
    all(element, 'opener')[0]!.click();
    await settle();
    expect(all(element, 'search')).to.have.lengthOf(0);
    expect(focused(element)!.id).to.equal('record');
    get(element, 'link', '返回列表').click();
    await settle();
    expect(field(element, '关键词').value).to.equal('虚假广告');
    expect(focused(element) === all(element, 'opener')[0], nameOf(focused(element) ?? document.body)).to.equal(true);
    element.focus();
    expect(focused(element) === field(element, '关键词'), nameOf(focused(element) ?? document.body)).to.equal(true);
  });

  it('shows the notice of the publisher, the configured one first', async () => {
    const element = await column({ store: storeOf({ config: { texts: { notice: '本栏目信息在作出决定后7个工作日内发布。' } } }) });
    expect(seen(element)).to.include('7个工作日');
  });

  for (const width of [320, 390, 768, 1280]) {
    for (const elder of [false, true]) {
      it(`is accessible and does not scroll sideways at ${width} px${elder ? ' in large print' : ''}`, async function () {
        await showIn(width, 800, this);
        const element = await column({ elder, store: storeOf({ kinds: ['penalty', 'license', 'honor', 'catalog', 'notice'], filters: { ...NO_FILTERS, q: '青岚市', year: '2025' } }) });
        get(element, 'button', '更多条件').click();
        await settle();
        expectNoSidewaysScroll(width);
        const least = elder ? 60 : 44;
        for (const button of [...all(element, 'button'), ...all(element, 'tab')]) expect(button.offsetHeight, button.outerHTML).to.be.at.least(least);
        await expectAccessible(element);
        all(element, 'opener')[2]!.click();
        await settle();
        expectNoSidewaysScroll(width);
        await expectAccessible(element);
      });
    }
  }

  for (const theme of ['blue', 'red', 'plain'] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`has the contrast it promises: ${theme}, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        const element = await column({ theme, store: storeOf({ kinds: ['penalty', 'license'], filters: { ...NO_FILTERS, q: '青岚市', year: '2025' } }) });
        await expectAccessible(element);
        all(element, 'opener')[2]!.click();
        await settle();
        await expectAccessible(element);
        document.documentElement.style.colorScheme = '';
      });
    }
  }

  it('stays usable with forced colours', async function () {
    await showAs({ forcedColors: 'active' }, '(forced-colors: active)', this);
    const element = await column();
    const probe = document.createElement('p');
    probe.style.cssText = 'forced-color-adjust: none; background: Highlight';
    document.body.append(probe);
    const { backgroundColor } = getComputedStyle(probe);
    expect(getComputedStyle(get(element, 'tab', /行政许可/)).backgroundColor).to.equal(backgroundColor);
    expect(getComputedStyle(get(element, 'tab', /行政处罚/)).backgroundColor).to.not.equal(backgroundColor);
    expect(getComputedStyle(get(element, 'link', '第 1 页')).backgroundColor).to.equal(backgroundColor);
    probe.remove();
    await emulateMedia({ forcedColors: 'none' });
  });

  it('prints the table without what only a screen needs', async function () {
    const element = await column();
    await showAs({ media: 'print' }, 'print', this);
    expect(all(element, 'search')).to.have.lengthOf(0);
    expect(all(element, 'navigation')).to.have.lengthOf(0);
    expect(all(element, 'row')).to.have.lengthOf(10);
    expect(seen(element)).to.include('打印日期').and.include(location.origin + location.pathname).and.not.include('wtr-session-id');
    await emulateMedia({ media: 'screen' });
  });
});
