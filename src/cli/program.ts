/** The command line: what was typed → a command, its help, its exit code. */
import { cac, type CAC } from 'cac';
import { VERSION } from '../model/version.js';
import { CliError, EXIT, type Command, type ExitCode, type Options } from './command.js';
import { COMMANDS } from './commands.js';
import { nearest } from './nearest.js';
import { STDIN } from './input.js';
import { createIo, type Streams } from './io.js';

/** The errors that the library writes in English. */
const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^missing required args for command `(.+)`/, '缺少参数。用法：sgs $1'],
  [/^option `(.+)` value is missing/, '选项 $1 缺少值。'],
  [/^Unused args: (.+)/, '多余的参数：$1。'],
];

const meant = (typed: string, words: readonly string[]): string => {
  const word = nearest(typed, words);
  return word === undefined ? '' : `是否想用 ${word}？`;
};

/** `--output` of `-o, --output <file>`. */
const optionNames = (command: Command | undefined): readonly string[] =>
  [...command?.options ?? [], HELP].flatMap(([flags]) => flags.match(/--[\w-]+/g) ?? []);

const inChinese = (message: string, command: Command | undefined): string => {
  const [, option] = /^Unknown option `(.+)`/.exec(message) ?? [];
  if (option !== undefined) return `没有选项 ${option}。${meant(option, optionNames(command))}`;
  const [pattern, text] = ERRORS.find(([known]) => known.test(message)) ?? [];
  return pattern && text ? message.replace(pattern, text) : '命令有误，用法见 sgs --help。';
};

const nameOf = ({ usage }: Command): string => usage.split(' ')[0] as string;

/** The stack is for whoever mends it. */
const internal = (error: unknown): string => (process.env['SGS_DEBUG']
  ? `内部错误：${String((error as Error).stack ?? error)}`
  : '内部错误，没有完成。请设置环境变量 SGS_DEBUG=1 再运行一次，把输出告诉维护者。');

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
    else if (options['help'] || !argv.length)
      await io.out(help(COMMANDS.find((command) => nameOf(command) === cli.matchedCommandName)));
    else if (!cli.matchedCommand) {
      const [typed = ''] = args;
      throw new CliError(`没有命令“${typed}”。${meant(typed, COMMANDS.map(nameOf))}可用的命令见 sgs --help。`);
    }
    else await cli.runMatchedCommand();
  } catch (error) {
    io.say(
      error instanceof CliError
        ? error.message
        : error instanceof Error && error.name === 'CACError'
          ? inChinese(error.message, COMMANDS.find((command) => nameOf(command) === cli.matchedCommandName))
          : internal(error),
    );
    code = error instanceof CliError ? error.exit : EXIT.failed;
  }
  io.clear();
  return code;
}

/** The parser makes numbers of what looks like one; what would lose a leading zero by that (a 网站标识码) stays as it was typed. */
function asTyped(options: Options, argv: readonly string[]): Options {
  const words = argv.map((word) => word.replace(/^--[\w-]+=/, '')).filter((word) => /^0\d+$/.test(word));
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      typeof value === 'number' ? (words.find((word) => Number(word) === value) ?? value) : value,
    ]),
  );
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
