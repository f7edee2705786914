/** The steps of the guides for clerks and supervisors, with `code` in backticks: the stories and the site show the same. */
import { scoreZhCN } from '../../src/locale/score-zh-CN.js';
import { DEFAULTS, gradesOf, LOWEST } from '../../src/score/settings.js';
import { FILING, LEDGER, MONTHLY, SCORE, WATCH, WEEKLY } from './commands.js';
import { DEPARTMENTS, WEIGHTS } from './supervisor.js';

/** Tables that are made of the code's own words, where a step shows one. */
export type StepTable = 'indicators' | 'ledger';

/** A paragraph, a block of code, a picture (of stories/guide/pictures) with what it shows, or a table. */
export type StepPart = string | { readonly code: string } | { readonly picture: string; readonly shows: string } | { readonly table: StepTable };

interface Words {
  readonly title: string;
  readonly parts: readonly StepPart[];
}

export interface Step {
  readonly zh: Words;
  readonly en: Words;
}

export const CLERK: readonly Step[] = [
  {
    zh: { title: '准备', parts: [
      '把 `assistant.html` 拷到电脑上（也可以放在 U 盘里），双击打开。它在下载的压缩包里；自己构建的，在 `dist` 文件夹里。这一个文件就是“双公示数据助手”，它不能连接网络，数据不会离开这台电脑。没有台账时，先点“用示例试一试”。',
    ] },
    en: { title: 'Before you begin', parts: [
      'Copy `assistant.html` to the computer (a USB stick will do) and open it with a double click. It is in the downloaded archive, or in `dist` after a build. This one file is the assistant; it cannot connect to anything, and no data leave the computer. Without a ledger at hand, choose 用示例试一试.',
    ] },
  },
  {
    zh: { title: '第 1 步：导入', parts: [
      '把台账拖进虚线框，或者点“选择文件”。国家 2015 版、2018 版模板和自己设计的表格都能读；标题、合并的表头、空行、合计不用删。',
      { picture: 'import', shows: '第 1 步：虚线框中的“选择文件”按钮，下面列出已导入的表格' },
    ] },
    en: { title: 'Step 1: import', parts: [
      'Drop the ledger into the dashed box, or choose 选择文件. The national templates of 2015 and 2018 and tables of your own are read; titles, merged heads, empty rows and sums may stay.',
      { picture: 'import', shows: 'Step 1: the button that chooses a file, and the tables that were read' },
    ] },
  },
  {
    zh: { title: '第 2 步：核对列', parts: [
      '看“对应的栏目”对不对，不对就改。证件号码、电话等列标为“不读取”。“按原名显示”的列会原样公示，不想公示的改为“不采用”；标为“不公示”的列涉及个人或内部工作。同样的表头下个月自动套用。',
      { picture: 'columns', shows: '第 2 步：每一列的识别结果、对应的栏目和样例' },
    ] },
    en: { title: 'Step 2: look at the columns', parts: [
      'Correct what was taken for the wrong field. Columns of ID numbers and phones are not read. What is “shown under its own name” will be published: set it to 不采用 if it should not. The same heads are remembered for the next month.',
      { picture: 'columns', shows: 'Step 2: what each column was taken for, with examples' },
    ] },
  },
  {
    zh: { title: '第 3 步：看检查报告', parts: [
      '报告指出每个问题在哪张表、第几行、第几列。“错误”请回原表补正后重新导入；报告可以下载、打印，转给承办科室。',
      { picture: 'report', shows: '第 3 步：记录数、完整率、及时率和逐条的问题' },
    ] },
    en: { title: 'Step 3: read the report', parts: [
      'Each problem is named with sheet, row and column. Put errors right in the table and import it again; the report can be saved, printed and handed to the office in charge.',
      { picture: 'report', shows: 'Step 3: numbers of records, completeness, timeliness, and the problems one by one' },
    ] },
  },
  {
    zh: { title: '第 4 步：处理', parts: [
      '点“一键处理”：不得公开的列不写入，文字里的证件号码、电话、住址隐去，自然人姓名改为“张某”，公示期满和重复的记录剔除。看不出含义的列和值列在最前面，由您说明“这个值表示”什么、“这一列是”什么；不说明就不公示。每一处都列在下面，可以撤销；撤销的记录不会写入。',
      { picture: 'fix', shows: '第 4 步：一键处理以后，每一处改动都可以撤销' },
    ] },
    en: { title: 'Step 4: put right', parts: [
      '一键处理 leaves out what must not be public, takes numbers, phones and homes out of texts, masks names, and drops what has expired or is doubled. What is not understood stands first: say what the value or column means; unsaid, it is not published. Every change is listed and can be undone.',
      { picture: 'fix', shows: 'Step 4: every change can be undone' },
    ] },
  },
  {
    zh: { title: '第 5 步：合并', parts: [
      '第一次做专栏，直接下一步。以后更新，打开网站上现有的 `sgs.json`，核对新增和更正；被撤销的决定在这里填写原因，表格里已标为撤销的会自动列出。已修复或者终止公示的，填写文号移除，不要写成撤销。',
      { picture: 'merge', shows: '第 5 步：“打开现有的 sgs.json”按钮' },
    ] },
    en: { title: 'Step 5: merge', parts: [
      'The first time, go on. Later, open the `sgs.json` that is on the site and look at what is new and corrected; decisions that were revoked get their reason here. What was repaired, or whose publicity has ended, is removed by its number and never called revoked.',
      { picture: 'merge', shows: 'Step 5: the button that opens the present sgs.json' },
    ] },
  },
  {
    zh: { title: '第 6 步：外观与嵌入', parts: [
      '选配色、条数、大字版，预览就是真实的专栏。在“网站用什么编辑”里选本单位的编辑器，复制代码。',
      { picture: 'preview', shows: '第 6 步：用将要下载的数据显示的专栏' },
    ] },
    en: { title: 'Step 6: looks and code', parts: [
      'Choose colours, number of records and large print; the preview is the real column. Choose the editor of your site and copy the code.',
      { picture: 'preview', shows: 'Step 6: the column with the records that will be downloaded' },
    ] },
  },
  {
    zh: { title: '第 7 步：下载和上传', parts: [
      '第一次点“下载全部文件”，解压后全部上传到网站的同一个文件夹，再把第 6 步的代码粘贴到网页里，用网址打开网页就能看到专栏（在电脑上直接双击不显示）。以后更新只换 `sgs.json`。当天上传的，勾选“写上今天”，考核及时性时按它计算。每周汇总表和报送表也在这里下载。',
      { picture: 'download', shows: '第 7 步：下载全部文件、sgs.json、汇总与报送表' },
    ] },
    en: { title: 'Step 7: download and upload', parts: [
      'The first time download all files, unpack them and upload them into one folder of the site, then paste the code of step 6 and open the page by its address (not from the disk). Later only `sgs.json` is replaced. If you upload it today, tick 写上今天: timeliness is judged by it. Weekly summaries and reporting tables are here too.',
      { picture: 'download', shows: 'Step 7: all files, sgs.json, summaries and reporting tables' },
    ] },
  },
];

export const SUPERVISOR: readonly Step[] = [
  {
    zh: { title: '第 1 步：列出部门', parts: [
      '写一个 `departments.json`，一个部门一行，30 个部门写 30 行。`feed` 是数据地址，几个地址用空格隔开；`since` 是开始考核的月份，可以不写。写错时会指出是第几个部门、错在哪里。', { code: DEPARTMENTS },
    ] },
    en: { title: 'Step 1: list the departments', parts: [
      'Write `departments.json`, a line a department. `feed` is the address of its records, several separated by spaces; `since` is the month from which it is judged and may be left out. A mistake is named with the number of its department.', { code: DEPARTMENTS },
    ] },
  },
  {
    zh: { title: '第 2 步：定权重和达标线', parts: [
      `默认四项同等权重，不用写文件。要改的写进 \`weights.json\`，没有写的用默认值；权重不必凑成 100，写 0 的只显示、不计分。\`pass\` 是合格线，默认 ${DEFAULTS.pass} 分。`,
      { code: WEIGHTS }, { table: 'indicators' },
    ] },
    en: { title: 'Step 2: weights and thresholds', parts: [
      `The four count alike, and no file is needed. What you want otherwise goes into \`weights.json\`; weights need not add up to 100, and 0 means shown but not counted. \`pass\` is the pass mark, ${DEFAULTS.pass} unless set.`,
      { code: WEIGHTS }, { table: 'indicators' },
    ] },
  },
  {
    zh: { title: '第 3 步：看排名', parts: [
      { code: SCORE }, '最前面的图一眼看清名次、总分、等次和每月走势，打印和导出的网页里也有。',
      { picture: 'score-overview', shows: '名次与走势：各部门的名次、总分、等次和每月总分的折线' },
      '总分从高到低，同分并列。读不到的部门列在最后并注明原因，不按 0 分计。“—”是无法判断，不计入总分，总分后面注明按几项计。低于达标线的单项标“未达标”；点“评分办法”看权重、达标线和算法。网页上的考核页（`<sgs-scorecard>`）相同，可以公开，也可以只放在内网。',
      { picture: 'score', shows: '考核排名：部门、名次、总分、四项得分和较上月的变化' },
    ] },
    en: { title: 'Step 3: the ranking', parts: [
      { code: SCORE }, 'The picture at the top has ranks, totals, grades and months at a glance; printed and exported pages have it too.',
      { picture: 'score-overview', shows: 'Ranks, totals, grades and a line of the monthly totals of each department' },
      'Best first, equals side by side. Departments that can’t be read stand last with the reason and get no 0. “—” can’t be judged and does not count; the total says of how many it is. The page `<sgs-scorecard>` shows the same, in public or in an intranet.',
      { picture: 'score', shows: 'The ranking: departments, ranks, totals, four scores and the change since last month' },
    ] },
  },
  {
    zh: { title: '第 4 步：看走势和整改', parts: [
      '点部门名称展开：四项的条数、每月得分的走势、需要整改的信息（文书号和问题）。把整改清单转给部门，部门改好数据文件后再考核一次，分数随之变化。',
      { picture: 'score-department', shows: '一个部门的考核情况：四项的依据、每月得分和需要整改的信息' },
    ] },
    en: { title: 'Step 4: what to correct', parts: [
      'Open a department: counts, months, and the records to correct with their problems. Hand the list over; once the feed is corrected, judge again and the score follows.',
      { picture: 'score-department', shows: 'One department: counts, months and what to correct' },
    ] },
  },
  {
    zh: { title: '第 5 步：对台账', parts: [
      { code: LEDGER },
      '台账是部门作出决定的清单：至少有“决定书文号”一列，另有相对人、部门、区县、类别、决定日期、是否公示的更准确。逐条按文号和相对人与公示比对，用督导考核的说法列出：',
      { table: 'ledger' },
      `按类别、区县、部门、月份分列，等次：${scoreZhCN.graded(gradesOf(DEFAULTS), LOWEST)}界线写在 \`weights.json\` 的 \`grades\`。漏报的逐条列入“需要整改”，并按超期计入及时性，所以不公示不会比公示得分高。文号中间缺号的只作提示，不计入考核：缺号也可能是作废或者依法不公示的。`,
    ] },
    en: { title: 'Step 5: the ledger', parts: [
      { code: LEDGER },
      'The ledger is the list of decisions that a department made: the column 决定书文号 at least; party, department, county, kind, date and whether it is published make it more exact. Each is looked for among the published ones by number and party:',
      { table: 'ledger' },
      'It is split by kind, county, department and month; the lines between grades stand in `grades` of `weights.json`. What was left out is listed to correct and counts as late, so that hiding never scores better than publishing. Gaps in the numbers are a hint and count for nothing.',
    ] },
  },
  {
    zh: { title: '第 6 步：网络检测', parts: [
      { code: WATCH },
      '检测记下每条信息首次见到、改动、撤下的日期，逐条列出：',
      '公示日期写早了的，拖到期限以后才公示的：自己填的日期与检测不符时，以检测为准；没有说明就改动或撤下的；哪几天打不开，以及可用率（可读取次数除以检测次数）。',
      '日志每个部门一个文件，只增不改，每行带前一行的校验码；中途断电，下次接着写，不丢也不重。四十个部门、十万条信息，一年约 11 MB。没有公示日期、也没有检测的，总分注明“不可核实”，排在后面。',
    ] },
    en: { title: 'Step 6: watching', parts: [
      { code: WATCH },
      'It notes when each record was first seen, changed and taken down, and lists dates that are too early, publication after the term (what was seen counts, not what was written), what changed or went without a word, and the days on which a feed could not be read.',
      'A file a department, only appended to, each line with the hash of the one before; broken off, it goes on where it was. Forty departments with 100,000 records need 11 MB a year. A total without dates and without a log is marked as not to be verified and stands behind.',
    ] },
  },
  {
    zh: { title: '第 7 步：每月导出', parts: [
      { code: MONTHLY },
      '工作簿有“考核排名”“每月得分”“需要整改”和“说明”四张表，用了台账、检测日志的另有“全面性”“网络检测”，“说明”里写着当时的权重和达标线。有部门低于 `--fail-under` 或者读不到时，退出码为 1，定时任务可以据此提醒。考核页上的“导出 Excel”是同样的表，网页最前面的图一眼可看名次和走势。',
    ] },
    en: { title: 'Step 7: every month', parts: [
      { code: MONTHLY },
      'The workbook has four sheets: ranking, months, corrections, and the weights of the day; with ledger and log two more. Where a department is below `--fail-under` or can’t be read, the exit code is 1, so that a timed job can tell you.',
    ] },
  },
  {
    zh: { title: '第 8 步：每周汇总备案', parts: [
      { code: WEEKLY },
      '按类别、科室、机关统计件数、其中撤销的件数和罚没金额，后面附各条信息。归入哪一周，默认看上次汇总以后新增了什么：汇总旁边的“数据名.已报送.json”记着已经汇总的文号，所以日期填早了、晚到的信息归入下一份，不漏也不重；同一周重做一次，结果相同。`--by published` 按公示日期，`--by decided` 按决定日期。',
      { code: FILING },
      '报送表同样按报送记录，不漏报、不重报。报送记录只有文号、日期和校验码，没有姓名；请和报送表一起保存。',
    ] },
    en: { title: 'Step 8: the weekly summary', parts: [
      { code: WEEKLY },
      'Counts by kind, office and authority, revoked ones and fines, with the records behind. What belongs to a week is what is new since the last summary: the file …已报送.json beside it has the numbers already told, so that late ones come into the next and none is told twice. `--by published` goes by the date of publication, `--by decided` by that of the decision.',
      { code: FILING },
      'Reporting tables follow the same file: nothing left out, nothing twice. It holds numbers, dates and hashes, no names; keep it with the tables.',
    ] },
  },
];

/** What a supervisor sees, why, and what helps. */
export const QUESTIONS: readonly (readonly [zh: readonly [string, string, string], en: readonly [string, string, string]])[] = [
  [[`总分后面写着“${scoreZhCN.unverifiable}”`, `超过 ${DEFAULTS.undatedShare} % 的信息没有公示日期，或者日期不实`, '请部门更新时写上：数据助手第 7 步勾选“写上今天”，命令行加 `--published`'],
    ['the total is marked as not to be verified', `more than ${DEFAULTS.undatedShare} % of the records without a date of publication, or with a wrong one`, 'Have the department write them: step 7 of the assistant, or `--published`']],
  [['无法读取', '网址有误、网站不允许跨域读取，或者服务器故障', '先在浏览器里打开网址；跨域的用命令行考核'],
    ['can’t be read', 'a wrong address, no permission for other origins, or a server that is down', 'Open the address in a browser; across origins use the command line']],
  [['可用性低，其他都好', '有的月份确实没有作出决定', '新设的单位用 `since` 写明从哪个月起；其余按实际说明'],
    ['availability low, all else well', 'months without a decision', 'Say with `since` from when a new office counts; explain the rest']],
  [['自己算出来差 0.1 分', '单项只舍不入：99.96 % 不算达到 100 %', '以表中的条数为准'],
    ['0.1 points off', 'scores are rounded down: 99.96 % is not 100 %', 'The counts in the table decide']],
];
