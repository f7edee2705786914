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
    usage: 'shard <feed>',
    about: '把大的数据做成一个文件夹，放在任何网站上即可检索（feed="文件夹/sgs.json"）；再次运行只更新变动的部分',
    options: [
      ['-o, --out <dir>', '输出的文件夹'],
      ['--add', '数据只是当天新增或更正的记录，其余保留；默认数据是全部，其中没有的即撤下'],
      ['--search <what>', '检索哪些内容：numbers 名称、代码、文号（默认）；titles 另加标题；text 全部文字'],
      ['--columns <fields>', '列表另外要显示的字段，如 "legalRepresentative validTo"'],
      ['--keep <time>', '旧文件为正在浏览的人保留多久，默认 7d'],
      ['--config <file>', '栏目的配置文件（JSON）'],
      ['--today <date>', '按这一天公示（YYYY-MM-DD），默认今天'],
    ],
    examples: ['sgs shard sgs.json -o data/', 'sgs shard 20261123.json -o data/ --add', 'sgs shard sgs.ndjson -o data/ --search titles --keep 1d'],
    load: () => import('./commands/shard.js'),
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
