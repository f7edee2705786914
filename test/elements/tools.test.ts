/** The tools: their buttons, their words, and a locale that brings its own. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { TOOLS } from '../../src/elements/tools/registry.js';
import type { SgsColumn } from '../../src/elements/sgs-column/sgs-column.js';
import type { SgsDetail } from '../../src/elements/sgs-detail/sgs-detail.js';
import type { SgsList } from '../../src/elements/sgs-list/sgs-list.js';
import { registerLocale } from '../../src/locale/locale.js';
import { toHant } from '../../src/locale/zh-Hant.js';
import { zhCN } from '../../src/locale/zh-CN.js';
import { storeOf } from '../fixtures/elements/stores.js';
import { all, announced, clear, find, get, nameOf, seen, settle, show, textOf, until } from './user.js';

/** Without 排序, which stands there only where there is little room. */
const names = (element: Element): string[] => all(element, 'button').map(nameOf).filter((name) => name !== zhCN.sort);

/** A made-up language, in one file as an application has it. */
const FICTIONAL = {
  ...zhCN,
  tag: 'art-x-sgs',
  elder: 'GRANDA',
  tools: {
    export: { label: 'ELPORTI', csv: 'TABELO' },
    print: { label: 'PRESI' },
    glance: { label: 'RIGARDO', thisMonth: 'ĈI-MONATE', months: (kind: string) => `${kind}: MONATOJ` },
    copy: { label: 'KOPII' },
    speak: { label: 'LEGI', stop: 'SILENTI' },
  },
};

describe('tools', () => {
  before(() => registerLocale('art-x-sgs', FICTIONAL));
  beforeEach(() => setViewport({ width: 1280, height: 800 }));
  afterEach(clear);

  it('stand beside the range line of a list, and in the header of a column', async () => {
    const list = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['honor'] }) });
    expect(names(list).slice(0, 4)).to.deep.equal(['导出', '打印', '数据概览', '大字版']);
    const column = await show<SgsColumn>('sgs-column', { store: storeOf({ kinds: ['honor'] }) });
    expect(names(column).slice(0, 2)).to.deep.equal(['数据概览', '大字版']);
    expect(names(column)).to.include.members(['导出', '打印']);
    list.exports = 'print';
    await settle();
    expect(find(list, 'button', '导出')).to.equal(undefined);
    list.exports = 'csv';
    await settle();
    expect(find(list, 'button', '打印')).to.equal(undefined);
  });

  it('unfold one panel at a time, and fold it again', async () => {
    const list = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['honor'] }) });
    get(list, 'button', '数据概览').click();
    await until(() => seen(list).includes('7个工作日'), 'the numbers');
    get(list, 'button', '导出').click();
    await until(() => find(list, 'button', 'CSV 表格'), 'the formats');
    expect(seen(list)).to.not.include('7个工作日');
    expect(get(list, 'button', '数据概览').getAttribute('aria-expanded')).to.equal('false');
    get(list, 'button', '导出').click();
    await settle();
    expect(find(list, 'button', 'CSV 表格')).to.equal(undefined);
  });

  it('speak the language of a registered locale, on their buttons and in what they show', async () => {
    const list = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['honor'] }), lang: 'art-x-sgs' });
    expect(names(list).slice(0, 4)).to.deep.equal(['ELPORTI', 'PRESI', 'RIGARDO', 'GRANDA']);
    get(list, 'button', 'RIGARDO').click();
    await until(() => seen(list).includes('ĈI-MONATE'), 'the words of the locale');
    expect(all(list, 'table').map((table) => textOf(table.querySelector('caption')!))).to.include('表彰奖励: MONATOJ');
    expect(seen(list), 'what it does not say').to.include('本年');
    get(list, 'button', 'ELPORTI').click();
    await until(() => find(list, 'button', 'TABELO'), 'the formats');
    const detail = await show<SgsDetail>('sgs-detail', { store: storeOf({ kinds: ['honor'] }), record: 'honor-1', lang: 'art-x-sgs' });
    expect(names(detail)).to.include.members(['PRESI', 'KOPII', 'LEGI', 'GRANDA']);
    detail.lang = '';
    await settle();
    expect(names(detail)).to.include.members(['打印', '复制链接', '朗读', '大字版']);
  });

  for (const { name, labels } of TOOLS) {
    it(`have a name in each language: ${name}`, () => {
      expect(labels.hant.label).to.equal(toHant(labels.zh.label));
      expect(labels.en.label).to.match(/^[A-Z]/);
      expect(Object.keys(labels.en)).to.deep.equal(Object.keys(labels.zh));
    });
  }

  it('filters by a bar of the numbers at a glance: a month, an authority, a kind', async () => {
    const list = await show<SgsList>('sgs-list', { store: storeOf({ kinds: ['license', 'penalty'] }) });
    get(list, 'button', '数据概览').click();
    await until(() => find(list, 'link', /^青岚市市场监督管理局，/), 'the authorities');
    const counted = Number(textOf(get(list, 'link', /^青岚市市场监督管理局，/).closest('tr')!.children[1]!));
    get(list, 'link', /^青岚市市场监督管理局，/).click();
    await until(() => seen(list).includes(`共 ${counted} 条`), 'its rows');
    await until(() => find(list, 'link', /^青岚市市场监督管理局，/)?.getAttribute('aria-current'), 'the bar is chosen');
    get(list, 'link', /^青岚市市场监督管理局，/).click();
    await until(() => seen(list).includes('共 32 条'), 'all rows again');
    get(list, 'link', '行政处罚').click();
    await until(() => seen(list).includes('共 133 条'), 'the other kind');
  });

  it('say that there is no voice to read with', async () => {
    const { speechSynthesis: real } = window;
    Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: { getVoices: () => [{ lang: 'en-US' }], cancel: () => undefined, speak: () => undefined } });
    const detail = await show<SgsDetail>('sgs-detail', { store: storeOf({ kinds: ['penalty'] }), record: 'penalty-1' });
    get(detail, 'button', '朗读').click();
    await until(() => seen(detail).includes('没有中文语音'), 'a sentence');
    await until(() => announced().includes('没有中文语音'), 'for ears');
    expect(find(detail, 'button', '朗读'), 'not reading').to.exist;
    Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: real });
  });

  it('read each part in its own language, and codes digit by digit', async () => {
    const { speechSynthesis: real } = window;
    const spoken: string[] = [];
    Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: {
      getVoices: () => [{ lang: 'zh-CN' }], cancel: () => undefined,
      speak: (utterance: SpeechSynthesisUtterance) => {
        spoken.push(`${utterance.lang} ${utterance.text}`);
        setTimeout(() => utterance.dispatchEvent(new Event('end')));
      },
    } });
    const detail = await show<SgsDetail>('sgs-detail', { store: storeOf({ kinds: ['license'] }), record: 'license-1', lang: 'en' });
    get(detail, 'button', 'Read aloud').click();
    await until(() => announced() === 'Read to the end', 'the end');
    expect(spoken).to.include('en Party').and.include('en Name of the party：').and.include('zh-CN 青岚市宏远食品有限公司');
    expect(spoken.find((text) => /^zh-CN (?:\w ){5}/.test(text)), spoken.join('|')).to.exist;
    Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: real });
  });
});
