/** The command line: one row a command. */
import { cac, type CAC } from 'cac';
import { VERSION } from '../model/version.js';
import { CliError, EXIT, type Command, type ExitCode, type Options } from './command.js';
import { STDIN } from './input.js';
import { createIo, type Streams } from './io.js';

const COMMANDS: readonly Command[] = [
  {
    usage: 'check <...feed>',
    about: '检查数据：能否读取、有多少记录、哪些不公示、哪些列未识别',
    options: [
      ['--json', '以 JSON 输出结果'],
      ['--config <file>', '栏目的配置文件（JSON）'],
      ['--today <date>', '按这一天检查（YYYY-MM-DD），默认今天'],
    ],
    examples: ['sgs check sgs.json', 'sgs check https://www.example.gov.cn/sgs.json --json'],
    load: () => import('./commands/check.js'),
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
    code = await (await command.load()).run(args, options, io);
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
