/** The command line: one row a command. */
import { cac, type CAC } from 'cac';
import { VERSION } from '../model/version.js';
import { CliError, EXIT, type Command, type ExitCode, type Options } from './command.js';
import { STDIN } from './input.js';
import { createIo, type Streams } from './io.js';

/** How feeds and tables are read, of every command that reads them as a department has them. */
const READING: Command['options'] = [
  ['--mapping <file>', '列名与字段的对应（JSON）：{"处罚单号": "documentNumber"}；"ignored" 表示不采用'],
  ['--standard <year>', '数据所依据的标准：2015 或 2018'],
  ['--config <file>', '栏目的配置文件（JSON）'],
  ['--today <date>', '按这一天处理（YYYY-MM-DD），默认今天'],
];

const COMMANDS: readonly Command[] = [
  {
    usage: 'check <...feed>',
    about: '检查数据或表格：能否读取、哪些不公示、缺项、代码和日期错误、超期、重复、个人信息',
    options: [
      ['--json', '以 JSON 输出结果'],
      ['--junit', '以 JUnit（XML）输出结果，供持续集成使用'],
      ['--strict', '有警告时也以退出码 1 结束'],
      ...READING,
    ],
    examples: ['sgs check sgs.json', 'sgs check 双公示.xlsx', 'sgs check https://www.example.gov.cn/sgs.json --json'],
    load: () => import('./commands/check.js'),
  },
  {
    usage: 'convert <...table>',
    about: '把表格（.xlsx、.xls、.csv）或其他数据转换为 sgs.json，并报告发现的问题',
    options: [
      ['-o, --output <file>', '写入哪个文件；不给时输出到屏幕'],
      ['--publisher <name>', '公示单位名称'],
      ['--publisher-code <code>', '公示单位的统一社会信用代码'],
      ['--drop-personal', '不写入自然人的记录（默认姓名脱敏后写入）'],
      ...READING,
    ],
    examples: ['sgs convert 双公示.xlsx -o sgs.json', 'sgs convert 处罚.csv -o sgs.json --mapping mapping.json --publisher 青岚市市场监督管理局'],
    load: () => import('./commands/convert.js'),
  },
  {
    usage: 'merge [...feed]',
    about: '把各部门的数据合并为一份；或用 --into 把新增、更正、撤回并入已有数据',
    options: [
      ['-o, --output <file>', '写入哪个文件'],
      ['--state <file>', '记住各数据的版本（ETag）：没有变化时不重新读写，读不到时保留上次的数据'],
      ['--conflicts <file>', '把冲突写入文件（JSON）'],
      ['--into <feed>', '已有的数据：其余文件作为新增和更正并入'],
      ['--withdraw <number>', '撤回一条记录（文书号或编号）'],
      ['--reason <text>', '撤回的理由，随记录公开'],
      ['--history <file>', '把改动记入文件（JSON，保留最近 500 条）'],
      ['--publisher <name>', '公示单位名称'],
      ...READING,
    ],
    examples: [
      'sgs merge https://a.example.gov.cn/sgs.json https://b.example.gov.cn/sgs.json -o county.json --state county.state.json',
      'sgs merge --into sgs.json 本周.xlsx -o sgs.json',
      'sgs merge --into sgs.json -o sgs.json --withdraw "青市监罚决〔2026〕1号" --reason 经行政复议撤销',
    ],
    load: () => import('./commands/merge.js'),
  },
  {
    usage: 'export <...source>',
    about: '按国家模板导出上报表格（法人、自然人分开），供信用平台报送',
    options: [
      ['-o, --output <folder>', '写到哪个文件夹'],
      ['--template <year>', '模板：2015 或 2018，默认 2018'],
      ['--since <date>', '只导出这一天及以后决定的（YYYY-MM-DD）'],
      ...READING,
    ],
    examples: ['sgs export 双公示.xlsx --template 2018 --since 2026-11-16 -o 上报', 'sgs export sgs.json --template 2015 -o 上报'],
    load: () => import('./commands/export.js'),
  },
  {
    usage: 'digest <...feed>',
    about: '每周或每月汇总：按类别、科室、机关统计，并列出各条信息',
    options: [
      ['--week [date]', '汇总这一天所在的一周（YYYY-MM-DD），默认本周'],
      ['--month [month]', '汇总这个月（YYYY-MM），默认本月'],
      ['-o, --output <file>', '写入 .xlsx 或可打印的 .html'],
      ...READING,
    ],
    examples: ['sgs digest sgs.json --week -o 本周汇总.xlsx', 'sgs digest sgs.json --month 2026-11 -o 月报.html'],
    load: () => import('./commands/digest.js'),
  },
  {
    usage: 'index [...feed]',
    about: '把数据写入搜索引擎（OpenSearch、Elasticsearch），供栏目的配置 preset: opensearch 查询',
    options: [
      ['--to <url>', '写到哪里：http://主机:9200/索引名'],
      ['--user <name:password>', '用户名和密码；也可用环境变量 SGS_INDEX_USER'],
      ['--shards <n>', '分片数，默认 1；每片宜在几百万条以内'],
      ['--template-only', '只写入索引模板；不给 --to 时输出模板'],
      ['--config <file>', '栏目的配置文件（JSON）'],
    ],
    examples: ['sgs index sgs.json --to http://127.0.0.1:9200/sgs', 'sgs index --template-only'],
    load: () => import('./commands/index-feed.js'),
  },
  {
    usage: 'score <departments>',
    about: '考核：各部门的及时性、完整性、准确性、可用性，排名和需要整改的信息',
    options: [
      ['--json', '以 JSON 输出全部结果'],
      ['--csv', '以 CSV 输出排名'],
      ['--xlsx <file>', '另存为 Excel 工作簿（排名、每月得分、需要整改）'],
      ['--html <file>', '另存为可打印的网页'],
      ['--month <month>', '只考核一个月（YYYY-MM），默认最近 12 个月'],
      ['--weights <file>', '权重和达标线（JSON，文件或网址）'],
      ['--fail-under <points>', '有部门低于这个总分时以退出码 1 结束'],
      ['--today <date>', '按这一天考核（YYYY-MM-DD），默认今天'],
    ],
    examples: ['sgs score departments.json', 'sgs score departments.json --month 2026-10 --xlsx 考核.xlsx --fail-under 80'],
    load: () => import('./commands/score.js'),
  },
  {
    usage: 'prerender <feed>',
    about: '生成静态网页：列表、每条信息一页、网站地图，没有脚本也能阅读',
    options: [
      ['-o, --output <folder>', '网页存放的文件夹；其中其他文件不受影响'],
      ['--base <url>', '这个文件夹的完整网址，如 https://www.example.gov.cn/sgs/'],
      ['--template <file>', '网站自己的页面模板，含 {{title}}、{{head}}、{{content}}'],
      ['--page-size <number>', '列表每页条数，默认 20'],
      ['--feed-url <url>', '网页读取数据的地址，默认与数据文件同名、在同一文件夹'],
      ['--script <url>', 'sgs.js 的地址，默认 sgs.js'],
      ['--static', '不引用脚本，列表也始终是静态网页'],
      ['--sri', '脚本带完整性校验'],
      ['--nonce <nonce>', '脚本带 nonce'],
      ['--site-name <name>', '网站名称（SiteName）'],
      ['--site-id <code>', '网站标识码（SiteIDCode）'],
      ['--config <file>', '栏目的配置文件（JSON）'],
      ['--today <date>', '按这一天生成（YYYY-MM-DD），默认今天'],
    ],
    examples: ['sgs prerender sgs.json -o site/sgs --base https://www.example.gov.cn/sgs/', 'sgs prerender sgs.json -o site/sgs --base https://www.example.gov.cn/sgs/ --template page.html --site-name 青岚市人民政府 --site-id 0000000000'],
    load: () => import('./commands/prerender.js'),
  },
  {
    usage: 'snippet',
    about: '输出粘贴到网页的代码',
    options: [
      ['--feed <url>', '数据地址，默认 sgs.json'],
      ['--form <number>', '写法 1–5，默认 1'],
      ['--editor <name>', '按编辑器选择写法，如 UEditor、TinyMCE 8'],
      ['--kind <kinds>', '显示的类别，如 "license penalty"'],
      ['--src <url>', 'sgs.js 的地址，默认 sgs.js'],
      ['--sri', '带完整性校验'],
      ['--nonce <nonce>', '带 nonce'],
    ],
    examples: ['sgs snippet --feed /sgs/sgs.json --sri', 'sgs snippet --editor ueditor'],
    load: () => import('./commands/snippet.js'),
  },
];

/** The errors that the library writes in English. */
const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^missing required args for command `(.+)`/, '缺少参数。用法：sgs $1'],
  [/^Unknown option `(.+)`/, '没有选项 $1。'],
  [/^option `(.+)` value is missing/, '选项 $1 缺少值。'],
  [/^Unused args: (.+)/, '多余的参数：$1。'],
];

const inChinese = (message: string): string => {
  const [pattern, text] = ERRORS.find(([known]) => known.test(message)) ?? [];
  return pattern && text ? message.replace(pattern, text) : message;
};

/** @returns the exit code; nothing is thrown */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const io = createIo(streams);
  const cli = cac('sgs');
  cli.option(...HELP);
  cli.option('-v, --version', '');
  let code: ExitCode = EXIT.ok;
  for (const command of COMMANDS) define(cli, command, async (args, options) => {
    code = await (await command.load()).run(args, asTyped(options, argv), io);
  });
  try {
    const { options, args } = cli.parse(['', '', ...argv.map((word) => (word === '-' ? STDIN : word))], { run: false });
    if (options['version']) await io.out(VERSION);
    else if (options['help'] || !argv.length) await io.out(help(COMMANDS.find(({ usage }) => usage.split(' ')[0] === cli.matchedCommandName)));
    else if (!cli.matchedCommand) throw new CliError(`没有命令“${args[0] ?? ''}”。可用的命令见 sgs --help。`);
    else await cli.runMatchedCommand();
  } catch (error) {
    io.say(error instanceof CliError ? error.message : error instanceof Error && error.name === 'CACError' ? inChinese(error.message) : `内部错误：${String((error as Error).stack ?? error)}`);
    code = EXIT.failed;
  }
  io.clear();
  return code;
}

/** The parser makes numbers of what looks like one; what would lose a leading zero by that (a 网站标识码) stays as it was typed. */
function asTyped(options: Options, argv: readonly string[]): Options {
  const words = argv.map((word) => word.replace(/^--[\w-]+=/, '')).filter((word) => /^0\d+$/.test(word));
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, typeof value === 'number' ? words.find((word) => Number(word) === value) ?? value : value]));
}

function define(cli: CAC, { usage, about, options }: Command, action: (args: readonly string[], options: Options) => Promise<void>): void {
  const command = cli.command(usage, about);
  for (const [flags, text] of options) command.option(flags, text);
  command.action((...given: unknown[]) => action(given.slice(0, -1) as string[], given.at(-1) as Options));
}

/** Flags and names in one column, what they mean in the next. */
const columns = (rows: readonly (readonly [name: string, about: string])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`).join('\n');
};

const HELP: readonly [string, string] = ['-h, --help', '显示说明'];

/** Of one command, or of all. */
function help(command?: Command): string {
  if (!command) {
    return [
      'sgs：双公示数据的命令行工具',
      '用法：\n  sgs <命令> [选项]',
      `命令：\n${columns(COMMANDS.map(({ usage, about }) => [usage, about]))}`,
      `选项：\n${columns([HELP, ['-v, --version', '显示版本']])}`,
      '每个命令的说明和示例：sgs <命令> --help',
      '退出码：0 正常；1 发现需要处理的问题；2 未能完成',
    ].join('\n\n');
  }
  return [
    `sgs ${command.usage}`,
    command.about,
    `选项：\n${columns([...command.options, HELP])}`,
    `示例：\n${command.examples.map((example) => `  ${example}`).join('\n')}`,
  ].join('\n\n');
}
