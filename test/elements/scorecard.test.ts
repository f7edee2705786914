import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import type { SgsScorecard } from '../../src/elements/sgs-scorecard/sgs-scorecard.js';
import type { Published } from '../../src/score/tally.js';
import type { Reading } from '../../src/score/score.js';
import type { SgsScoreEvent } from '../../src/elements/sgs-scorecard/event.js';
import '../../src/define-scorecard.js';
import { only, readingsOf, TODAY } from '../fixtures/elements/readings.js';
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

  // 第30局 publishes 24 licences of a year in time; its ledger has one of them, and a penalty that it never published: 1 ÷ 2 = 50 %.
  it('sets what was decided against what was published, with what each figure is', async () => {
    const readings = await only('第30局', '公示超期');
    const { department, tally } = readings.find((one) => one.department.name.includes('第30局')) as Extract<Reading, { readonly ok: true }>;
    const [{ number, decidedOn }] = tally.published as [Published];
    const ledger = [
      { documentNumber: number, department: department.name, county: '东城区', kind: 'license', decidedOn },
      { documentNumber: '青罚〔2026〕9号', department: department.name, county: '西城区', kind: 'penalty', decidedOn: '2026-05-11' },
    ];
    const card = await put({ readings, ledger });
    expect(rowOf(card, '合计')).to.equal('合计 2 1 0 1 50.0% 不合格 100.0%');
    expect(seen(card)).to.include('合规率：（已公示 − 迟报）÷ 应公示').and.include('入库率：已公示 ÷（已公示 + 退回）');
    summary(card, '按区县').click();
    await settle();
    expect(rowOf(card, '西城区')).to.equal('西城区 1 0 0 1 0.0% 不合格 —');
    summary(card, department.name).click();
    await settle();
    expect(all(card, 'row').map(cellsOf)).to.include('青罚〔2026〕9号 及时性 台账中有、数据中没有：漏报（瞒报）');
    await expectAccessible(card);
    card.ledger = { records: 3 };
    await settle();
    expect(seen(card)).to.include('台账：应为文号的列表');
  });

  it('shows ranks and months in one picture, which only repeats the figures', async () => {
    const card = await put({ readings: await only('第30局', '公示超期', '没有数据') });
    const picture = card.shadowRoot!.querySelector<HTMLElement>('[part="overview"]')!;
    expect(picture.getAttribute('aria-hidden')).to.equal('true');
    expect([...picture.querySelectorAll('.place')].map((place) => textOf(place).replace(/\s+/g, ' ').trim())).to.have.lengthOf(3);
    expect(textOf(picture)).to.match(/1\s*.*第30局.*100\.0\s*优秀/s).and.include('无法读取');
    const alone = await put({ readings: await only('第30局') });
    expect(alone.shadowRoot!.querySelector('[part="overview"]')).to.equal(null);
  });

  it('says aloud what it does', async () => {
    const card = await put({ readings: await only('第30局', '公示超期') });
    const choice = field(card, '月份');
    choice.value = '2026-05';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => announced() === '考核月份：2026年5月，共 2 个部门', 'the month');
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => undefined;
    get(card, 'button', '导出 Excel').click();
    await until(() => announced() === '已导出 Excel', 'the file');
    HTMLAnchorElement.prototype.click = click;
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
