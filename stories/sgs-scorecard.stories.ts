import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define-scorecard.js';
import type { Reading } from '../src/score/score.js';
import { only, readingsOf, TODAY } from '../test/fixtures/elements/readings.js';
import { argTypes, as, named, says, type Args } from './shared.js';

type Story = StoryObj<Args>;
type Loaded = StoryContext<Args> & { readonly loaded: { readonly readings?: readonly Reading[] } };

const reads = (read: () => Promise<readonly Reading[]>): Pick<Story, 'loaders'> => ({ loaders: [async () => ({ readings: await read() })] });

// For supervisors: departments ranked, month by month, with what has to be put right.
const meta: Meta<Args> = {
  title: '考核 sgs-scorecard',
  id: 'scorecard',
  component: 'sgs-scorecard',
  argTypes: { ...argTypes, config: { table: { disable: true } }, departments: { control: false }, weights: { control: false } },
  ...reads(() => readingsOf(30)),
  render: (args, context) => html`<sgs-scorecard .readings=${(context as Loaded).loaded.readings} .today=${TODAY} ${as(args, context)}></sgs-scorecard>`,
};
// Storybook reads the meta from the default export.
export default meta;

const unfold = async (canvas: HTMLElement): Promise<void> => {
  await says(canvas, 'sgs-scorecard', '考核排名');
  for (const each of canvas.querySelector('sgs-scorecard')?.shadowRoot?.querySelectorAll('details') ?? []) each.open = true;
};

/** All that the departments publish, and of each a decision that it does not. */
const ledgerOf = (readings: readonly Reading[]): object[] => readings.flatMap((reading, at) => {
  if (!reading.ok) return [];
  const [county, department] = [at % 2 ? '东城区' : '西城区', reading.department.name];
  return [
    ...reading.tally.published.map(({ number, kind, decidedOn }) => ({ documentNumber: number, kind, decidedOn, department, county })),
    { documentNumber: `青罚〔2026〕${900 + at}号`, kind: 'penalty', decidedOn: '2026-05-11', department, county },
  ];
});

export const Ranking: Story = { name: '排名', play: async ({ canvasElement }) => says(canvasElement, 'sgs-scorecard', '共 30 个部门，其中 3 个无法读取') };
export const Unfolded: Story = {
  name: '一个部门的详情',
  ...reads(() => only('公示超期')),
  play: async ({ canvasElement }) => {
    await unfold(canvasElement);
    await says(canvasElement, 'sgs-scorecard', '超过 7 个工作日才公示（8 个工作日）');
  },
};
export const Single: Story = { name: '只有一个部门', tags: ['!autodocs'], ...reads(() => only('第30局')) };
export const Unreadable: Story = {
  name: '无法读取',
  ...reads(() => only('没有数据', '数据中断', '返回网页')),
  play: async ({ canvasElement }) => {
    await unfold(canvasElement);
    await says(canvasElement, 'sgs-scorecard', '无法读取：服务器返回状态码 404');
  },
};
export const EmptyMonths: Story = {
  name: '没有信息的月份',
  ...reads(() => only('空白月份')),
  play: async ({ canvasElement }) => {
    await unfold(canvasElement);
    await says(canvasElement, 'sgs-scorecard', '没有信息的月份：2026年5月');
  },
};
export const Month: Story = {
  name: '一个月',
  args: { month: '2026-05' },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-scorecard', '考核月份：2026年5月'),
};
export const Ledger: Story = {
  name: '台账比对',
  ...reads(() => only('公示超期', '第30局', '空白月份')),
  render: (args, context) => {
    const { readings = [] } = (context as Loaded).loaded;
    return html`<sgs-scorecard .readings=${readings} .ledger=${ledgerOf(readings)} .today=${TODAY} ${as(args, context)}></sgs-scorecard>`;
  },
  play: async ({ canvasElement }) => {
    await unfold(canvasElement);
    await says(canvasElement, 'sgs-scorecard', '合规率：（已公示 − 迟报）÷ 应公示');
  },
};
export const LongNames: Story = {
  name: '很长的名称',
  tags: ['!autodocs', 'w320'],
  ...reads(() => readingsOf(4, (name) => `${name}暨青岚市知识产权局、青岚市食品安全委员会办公室（青岚市反不正当竞争联席会议办公室）`)),
};
export const Loading: Story = {
  name: '正在读取',
  loaders: [async () => ({ readings: undefined })],
  play: async ({ canvasElement }) => {
    Object.assign(canvasElement.querySelector('sgs-scorecard') as Element, { phase: { type: 'reading', done: 12, total: 30 } });
    await says(canvasElement, 'sgs-scorecard', '已读取 12/30 个部门');
  },
};
export const Failed: Story = {
  name: '列表读取失败',
  loaders: [async () => ({ readings: undefined })],
  args: { departments: 'mailto:nobody' },
  play: async ({ canvasElement }) => {
    await named(canvasElement, 'sgs-scorecard', '重试');
  },
};
export const NoList: Story = { name: '没有设置列表', tags: ['!autodocs'], loaders: [async () => ({ readings: undefined })], play: async ({ canvasElement }) => says(canvasElement, 'sgs-scorecard', '请用 departments 属性') };
export const Elder: Story = { name: '大字版', tags: ['!autodocs', 'w1280'], globals: { elder: 'large' }, ...reads(() => readingsOf(5)), play: async ({ canvasElement }) => unfold(canvasElement) };
export const Dark: Story = { name: '深色', tags: ['!autodocs'], globals: { scheme: 'dark' }, ...reads(() => readingsOf(5)), play: async ({ canvasElement }) => unfold(canvasElement) };
export const Narrow: Story = { name: '手机', tags: ['!autodocs', 'w320'], ...reads(() => readingsOf(5)), play: async ({ canvasElement }) => unfold(canvasElement) };
export const Forced: Story = { name: '高对比度', tags: ['!autodocs', 'forced-colors'], ...reads(() => readingsOf(3)), play: async ({ canvasElement }) => unfold(canvasElement) };
export const Red: Story = { name: '红色', tags: ['!autodocs'], globals: { theme: 'red' }, ...reads(() => readingsOf(3)), play: async ({ canvasElement }) => unfold(canvasElement) };
