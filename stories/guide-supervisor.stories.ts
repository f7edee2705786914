/** For supervisors: departments judged, ranked and merged. Defaults come from the table of the score's settings. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { scoreZhCN as words } from '../src/locale/score-zh-CN.js';
import { DIMENSIONS } from '../src/model/dimensions.js';
import { readDepartments } from '../src/score/departments.js';
import { DEFAULTS, readSettings } from '../src/score/settings.js';
import { methodRows } from '../src/score/sheets.js';
import { CRON, SYNC } from './guide/commands.js';
import { code, grid, inline, mono, page, section, step } from './guide/page.js';
import { QUESTIONS, SUPERVISOR } from './guide/steps.js';
import { DEPARTMENTS, WEIGHTS } from './guide/supervisor.js';
import type { Args } from './shared.js';

type Story = StoryObj<Args>;

const meta: Meta<Args> = { title: '指南/监督人员', id: 'guide-supervisor', tags: ['!autodocs'], parameters: { controls: { disable: true } } };
// Storybook reads the meta from the default export.
export default meta;

const indicators = (): TemplateResult => grid('四项指标', [words.indicator, `默认${words.weights}`, `默认${words.thresholds}`, words.howCounted],
  methodRows(DEFAULTS, words).map(([name, ...rest], at) => [html`${name}<br>${mono(DIMENSIONS[at] as string)}`, ...rest]));

const ledger = (): TemplateResult => grid('台账指标', [words.indicator, words.howCounted],
  words.ledgerRules.map((rule) => [rule.split('：', 1)[0], rule.slice(rule.indexOf('：') + 1)]));

export const Supervisor: Story = {
  name: '考核与汇总：从设置到月报',
  render: () => page('考核与汇总：从设置到月报', '需要：各部门数据文件的网址，一台装有 Node.js 20.19 或更高版本的电脑。部门不用安装任何东西，考核只读取已经公开的数据。', html`
    ${SUPERVISOR.map(step({ indicators: indicators(), ledger: ledger() }))}
    ${section('第 9 步：合并到县、市', html`${code('合并', SYNC)}<p>每条信息注明来源单位；同一决定只留一条；任何一处撤回的，合并后也撤回。两处内容不同的写入 ${mono('conflicts.json')}，请两个部门核对。某处一时读不到时，保留它上次的数据，退出码为 1。${mono('--state')} 的文件要留着：没有变化时不读取、不改写，读不到时靠它找回上次的数据。</p>
      <p>部门多时，把各部门的网址写进 ${mono('部门.txt')}，一行一个，每小时运行一次：</p>${code('定时任务（cron）', CRON)}`)}
    ${section('常见问题', grid('看到什么，怎么办', ['看到的', '原因', '怎么办'], QUESTIONS.map(([zh]) => zh.map(inline))))}`),
  play: async () => {
    await expect(readDepartments(JSON.parse(DEPARTMENTS))).toMatchObject({ ok: true });
    await expect(readSettings(JSON.parse(WEIGHTS))).toMatchObject({ ok: true });
  },
};
