/** For supervisors: departments judged, ranked and merged. Defaults come from the table of the score's settings. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { scoreZhCN as words } from '../src/locale/score-zh-CN.js';
import { DIMENSIONS } from '../src/model/dimensions.js';
import { readDepartments } from '../src/score/departments.js';
import { DEFAULTS, gradesOf, LOWEST, readSettings } from '../src/score/settings.js';
import { methodRows } from '../src/score/sheets.js';
import { CRON, FILING, LEDGER, MONTHLY, SCORE, SYNC, WATCH, WEEKLY } from './guide/commands.js';
import { code, grid, mono, page, picture, section } from './guide/page.js';
import { DEPARTMENTS, WEIGHTS } from './guide/supervisor.js';
import type { Args } from './shared.js';

type Story = StoryObj<Args>;

const meta: Meta<Args> = { title: '指南/监督人员', id: 'guide-supervisor', tags: ['!autodocs'], parameters: { controls: { disable: true } } };
// Storybook reads the meta from the default export.
export default meta;

const QUESTIONS: readonly (readonly [seen: string, why: string, what: unknown])[] = [
  [`总分后面写着“${words.unverifiable}”`, `超过 ${DEFAULTS.undatedShare} % 的信息没有公示日期，或者日期不实`, html`请部门更新时写上：数据助手第 7 步勾选“写上今天”，命令行加 ${mono('--published')}`],
  ['无法读取', '网址有误、网站不允许跨域读取，或者服务器故障', '先在浏览器里打开网址；跨域的用命令行考核'],
  ['可用性低，其他都好', '有的月份确实没有作出决定', '新设的单位用 since 写明从哪个月起；其余按实际说明'],
  ['自己算出来差 0.1 分', '单项只舍不入：99.96 % 不算达到 100 %', '以表中的条数为准'],
];

export const Supervisor: Story = {
  name: '考核与汇总：从设置到月报',
  render: () => page('考核与汇总：从设置到月报', '需要：各部门数据文件的网址，一台装有 Node.js 20.19 或更高版本的电脑。部门不用安装任何东西，考核只读取已经公开的数据。', html`
    ${section('第 1 步：列出部门', html`<p>写一个 ${mono('departments.json')}，一个部门一行，30 个部门写 30 行。${mono('feed')} 是数据地址，几个地址用空格隔开；${mono('since')} 是开始考核的月份，可以不写。写错时会指出是第几个部门、错在哪里。</p>${code('departments.json', DEPARTMENTS)}`)}
    ${section('第 2 步：定权重和达标线', html`<p>默认四项同等权重，不用写文件。要改的写进 ${mono('weights.json')}，没有写的用默认值；权重不必凑成 100，写 0 的只显示、不计分。${mono('pass')} 是合格线，默认 ${DEFAULTS.pass} 分。</p>${code('weights.json', WEIGHTS)}
      ${grid('四项指标', [words.indicator, `默认${words.weights}`, `默认${words.thresholds}`, words.howCounted], methodRows(DEFAULTS, words).map(([name, ...rest], at) => [html`${name}<br>${mono(DIMENSIONS[at] as string)}`, ...rest]))}`)}
    ${section('第 3 步：看排名', html`${code('考核', SCORE)}<p>最前面的图一眼看清名次、总分、等次和每月走势，打印和导出的网页里也有。</p>${picture('score-overview', '名次与走势：各部门的名次、总分、等次和每月总分的折线')}<p>总分从高到低，同分并列。读不到的部门列在最后并注明原因，不按 0 分计。“—”是无法判断，不计入总分，总分后面注明按几项计。低于达标线的单项标“未达标”；点“评分办法”看权重、达标线和算法。网页上的考核页（${mono('<sgs-scorecard>')}）相同，可以公开，也可以只放在内网。</p>${picture('score', '考核排名：部门、名次、总分、四项得分和较上月的变化')}`)}
    ${section('第 4 步：看走势和整改', html`<p>点部门名称展开：四项的条数、每月得分的走势、需要整改的信息（文书号和问题）。把整改清单转给部门，部门改好数据文件后再考核一次，分数随之变化。</p>${picture('score-department', '一个部门的考核情况：四项的依据、每月得分和需要整改的信息')}`)}
    ${section('第 5 步：对台账', html`${code('全面性', LEDGER)}<p>台账是部门作出决定的清单：至少有“决定书文号”一列，另有相对人、部门、区县、类别、决定日期、是否公示的更准确。逐条按文号和相对人与公示比对，用督导考核的说法列出：</p>
      ${grid('台账指标', [words.indicator, words.howCounted], words.ledgerRules.map((rule) => [rule.split('：', 1)[0], rule.slice(rule.indexOf('：') + 1)]))}
      <p>按类别、区县、部门、月份分列，等次：${words.graded(gradesOf(DEFAULTS), LOWEST)}界线写在 ${mono('weights.json')} 的 ${mono('grades')}。漏报的逐条列入“需要整改”，并按超期计入及时性，所以不公示不会比公示得分高。文号中间缺号的只作提示，不计入考核：缺号也可能是作废或者依法不公示的。</p>`)}
    ${section('第 6 步：网络检测', html`${code('检测', WATCH)}<p>检测记下每条信息首次见到、改动、撤下的日期，逐条列出：</p>
      <ul><li>公示日期写早了的，拖到期限以后才公示的：自己填的日期与检测不符时，以检测为准；</li><li>没有说明就改动或撤下的；</li><li>哪几天打不开：可用率是可读取次数 ÷ 检测次数。</li></ul>
      <p>日志每个部门一个文件，只增不改，每行带前一行的校验码；中途断电，下次接着写，不丢也不重。四十个部门、十万条信息，一年约 11 MB。没有公示日期、也没有检测的，总分注明“不可核实”，排在后面。</p>`)}
    ${section('第 7 步：每月导出', html`${code('月报', MONTHLY)}<p>工作簿有“考核排名”“每月得分”“需要整改”和“说明”四张表，用了台账、检测日志的另有“全面性”“网络检测”，“说明”里写着当时的权重和达标线。有部门低于 ${mono('--fail-under')} 或者读不到时，退出码为 1，定时任务可以据此提醒。考核页上的“导出 Excel”是同样的表，网页最前面的图一眼可看名次和走势。</p>`)}
    ${section('第 8 步：每周汇总备案', html`${code('每周汇总', WEEKLY)}<p>按类别、科室、机关统计件数、其中撤销的件数和罚没金额，后面附各条信息。归入哪一周，默认看上次汇总以后新增了什么：汇总旁边的“数据名.已报送.json”记着已经汇总的文号，所以日期填早了、晚到的信息归入下一份，不漏也不重；同一周重做一次，结果相同。${mono('--by published')} 按公示日期，${mono('--by decided')} 按决定日期。</p>${code('报送', FILING)}<p>报送表同样按报送记录，不漏报、不重报。报送记录只有文号、日期和校验码，没有姓名；请和报送表一起保存。</p>`)}
    ${section('第 9 步：合并到县、市', html`${code('合并', SYNC)}<p>每条信息注明来源单位；同一决定只留一条；任何一处撤回的，合并后也撤回。两处内容不同的写入 ${mono('conflicts.json')}，请两个部门核对。某处一时读不到时，保留它上次的数据，退出码为 1。${mono('--state')} 的文件要留着：没有变化时不读取、不改写，读不到时靠它找回上次的数据。</p>
      <p>部门多时，把各部门的网址写进 ${mono('部门.txt')}，一行一个，每小时运行一次：</p>${code('定时任务（cron）', CRON)}`)}
    ${section('常见问题', grid('看到什么，怎么办', ['看到的', '原因', '怎么办'], QUESTIONS))}`),
  play: async () => {
    await expect(readDepartments(JSON.parse(DEPARTMENTS))).toMatchObject({ ok: true });
    await expect(readSettings(JSON.parse(WEIGHTS))).toMatchObject({ ok: true });
  },
};
