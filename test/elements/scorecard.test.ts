import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import type { SgsScorecard } from '../../src/elements/sgs-scorecard/sgs-scorecard.js';
import type { SgsScoreEvent } from '../../src/elements/sgs-scorecard/event.js';
import '../../src/define-scorecard.js';
import { only, readingsOf, TODAY } from '../fixtures/elements/readings.js';
import { CITY_TODAY, supervised } from '../fixtures/elements/supervised.js';
import { storeOf } from '../fixtures/elements/stores.js';
import {
  all, announced, clear, expectAccessible, expectNoSidewaysScroll, field, find, focused, get, nameOf,
  needsWindowInFront, seen, settle, show, showIn, textOf, until,
} from './user.js';

async function put(given: Partial<SgsScorecard>, attributes: Record<string, string> = {}): Promise<SgsScorecard> {
  const element = document.createElement('sgs-scorecard');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, { today: TODAY, ...given });
  document.body.append(element);
  await settle();
  return element;
}

const names = (element: Element): string[] => all(element, 'row').slice(0, 30).map((row) => textOf(row.querySelector('th')!));
const cellsOf = (row: Element): string => [...row.children].map(textOf).join(' ');
const rowOf = (element: Element, name: string): string => cellsOf(all(element, 'row').find((row) => textOf(row.querySelector('th')!).includes(name))!);
const summary = (element: Element, name: string): HTMLElement => [...element.shadowRoot!.querySelectorAll('summary')].find((each) => textOf(each).includes(name))!;

describe('sgs-scorecard', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  afterEach(clear);

  it('ranks departments, equals alike, and leaves nobody out', async () => {
    const card = await put({ readings: await readingsOf() });
    expect(names(card)).to.have.lengthOf(30);
    expect(seen(card)).to.include('共 30 个部门，其中 3 个无法读取');
    expect(rowOf(card, '第30局')).to.match(/第30局 1 100\.0 100\.0 100\.0 100\.0 100\.0 持平/);
    expect(rowOf(card, '没有数据')).to.match(/无法读取：服务器返回状态码 404/);
    expect(rowOf(card, '没有数据')).to.not.match(/\b0\.0/);
    expect(rowOf(card, '长期不更新')).to.include('未达标');
    await expectAccessible(card);
  });

  it('unfolds a department by keyboard: figures, months, and what has to be put right', async function () {
    needsWindowInFront(this);
    const card = await put({ readings: await only('公示超期', '没有数据') });
    summary(card, '公示超期').focus();
    expect(seen(card)).to.not.include('8 个工作日');
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(seen(card)).to.include('26 条中 25 条在 7 个工作日内公示');
    expect(seen(card)).to.match(/工作日中位数 [\d.]+，最长 8/);
    const fault = all(card, 'row').map(cellsOf).find((text) => text.includes('超过 7 个工作日'));
    expect(fault).to.match(/^青许〔2026〕050号 及时性 超过 7 个工作日才公示（8 个工作日）$/);
    const months = all(card, 'row').map(cellsOf).filter((text) => /^\d{4}年\d+月 /.test(text));
    expect(months).to.have.lengthOf(13);
    expect(months).to.include('2026年5月 87.5 50.0 2');
    await expectAccessible(card);
  });

  it('shows what was decided against what was published, with the definition of each figure, and what was done in silence', async () => {
    const card = await put({ readings: await supervised(), today: CITY_TODAY });
    expect(rowOf(card, 'honest1局')).to.match(/ 1 100\.0 .*优秀$/);
    for (const each of card.shadowRoot!.querySelectorAll('details')) each.open = true;
    await settle();
    const text = seen(card);
    expect(text).to.match(/漏报\/瞒报\s?13 ÷ 39 = 33\.3%\s?7 个工作日已满仍没有公示的决定 ÷ 应公示/);
    for (const part of ['合规率', '入库率', '公示期内悄悄删除', '公示后悄悄改动', '台账中有，没有公示', '监测 6 次']) expect(text).to.include(part);
    expect(all(card, 'row').map(cellsOf).filter((row) => row.startsWith('2026年9月 3 件'))).to.not.be.empty;
    await expectAccessible(card);
  });

  it('shares large print with the other elements of the page', async () => {
    const card = await put({ readings: await only('公示超期') });
    const list = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['honor'] }) });
    // As it was left by whoever was here before.
    const before = list.elder;
    get(list, 'button', '大字版').click();
    expect(card.elder).to.equal(!before);
    get(card, 'button', '大字版').click();
    expect(list.elder).to.equal(before);
  });

  it('says how the points come about, with the supervisor’s own figures', async () => {
    const card = await put({ readings: await only('公示超期'), weights: { weights: { timeliness: 40 }, thresholds: { accuracy: 90 }, pass: 80 } });
    expect(seen(card)).to.not.include('怎样计算');
    summary(card, '评分办法').click();
    await settle();
    expect(rowOf(card, '及时性')).to.match(/^及时性 40 100 作出决定之日起 7 个工作日内/);
    expect(rowOf(card, '准确性')).to.match(/^准确性 25 90 /);
    expect(seen(card)).to.include('总分 80 分及以上为合格');
    await expectAccessible(card);
  });

  it('judges the month that a person chooses', async () => {
    const card = await put({ readings: await only('公示超期', '空白月份') });
    const heard: string[] = [];
    card.addEventListener('sgs-score', (event: SgsScoreEvent) => heard.push(event.detail.scorecard.month));
    const choice = field(card, '月份');
    choice.value = '2026-05';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(seen(card)).to.include('考核月份：2026年5月');
    expect(rowOf(card, '公示超期')).to.include('50.0 未达标');
    expect(rowOf(card, '空白月份')).to.include('没有可评分的信息');
    expect(heard).to.deep.equal(['2026-05']);
    card.month = '';
    await settle();
    expect(seen(card)).to.include('考核期：2025年11月至2026年11月');
  });

  it('takes the supervisor’s weights, and says what is wrong with them', async () => {
    const card = await put({ readings: await only('公示超期'), weights: { timeliness: 100, completeness: 0, accuracy: 0, availability: 0 } });
    expect(rowOf(card, '公示超期')).to.include('96.1 按 1 项计 96.1 未达标');
    card.weights = { weights: { speed: 1 } };
    await settle();
    expect(seen(card)).to.include('不认识 weights.speed');
  });

  it('says how far it has come, and keeps the fallback until then', async () => {
    const card = await put({ departments: [{ name: '甲', feed: '/fixtures/nowhere.json' }, { name: '乙', feed: 'mailto:a' }] });
    card.append('考核表');
    await until(() => seen(card).includes('共 2 个部门，其中 2 个无法读取'), 'both are listed');
    expect(rowOf(card, '甲')).to.include('无法读取：服务器返回状态码 404');
    expect(rowOf(card, '乙')).to.include('无法读取：地址有误');
    expect(card.shadowRoot?.querySelector('slot')).to.equal(null);
    await until(() => announced() === '考核完成，共 2 个部门，2 个无法读取', 'readers are told');
  });

  it('tells of a list that can’t be read, and reads it again', async () => {
    const failures: string[] = [];
    const hear = (event: Event): void => void failures.push((event as CustomEvent<{ failure: { code: string } }>).detail.failure.code);
    document.addEventListener('sgs-error', hear);
    const card = await put({}, { departments: 'mailto:a' });
    await until(() => seen(card).includes('无法读取部门列表：地址有误'), 'it says so');
    await expectAccessible(card);
    get(card, 'button', '重试').click();
    await until(() => failures.length === 2, 'it is read again');
    expect(failures).to.deep.equal(['address', 'address']);
    document.removeEventListener('sgs-error', hear);
    card.removeAttribute('departments');
    await settle();
    expect(seen(card)).to.include('请用 departments 属性写明部门列表的地址');
  });

  it('offers what is asked for', async () => {
    const card = await put({ readings: await only('第30局'), exports: 'csv' });
    expect(find(card, 'button', '导出 CSV')).to.exist;
    expect(find(card, 'button', '导出 Excel')).to.equal(undefined);
    expect(find(card, 'button', '打印')).to.equal(undefined);
    const [saved, click] = [[] as string[], HTMLAnchorElement.prototype.click];
    HTMLAnchorElement.prototype.click = function record() { saved.push(this.download); };
    get(card, 'button', '导出 CSV').click();
    await until(() => saved.length, 'a file is given');
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.deep.equal([`双公示考核_${TODAY}.csv`]);
  });

  it('in large print and on a phone nothing sticks out', async function narrow() {
    await showIn(320, 640, this);
    const card = await put({ readings: await only('公示超期', '没有数据') });
    for (const each of card.shadowRoot!.querySelectorAll('details')) each.open = true;
    await settle();
    expectNoSidewaysScroll(320);
    await expectAccessible(card);
    get(card, 'button', '大字版').click();
    await settle();
    expectNoSidewaysScroll(320);
    get(card, 'button', '大字版').click();
    expect(nameOf(focused(card) ?? get(card, 'button', '大字版'))).to.equal('大字版');
  });

  it('left while it reads, it reads again when it is back', async () => {
    const card = await put({ departments: [{ name: '甲', feed: 'mailto:a' }] });
    card.remove();
    await settle();
    document.body.append(card);
    await until(() => seen(card).includes('共 1 个部门'), 'it is read');
  });
});
