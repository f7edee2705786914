/** `sgs watch`: one look at every department's feeds, for a daily task; what is new, changed or gone goes into their logs. */
import { scoreZhCN as words } from '../../locale/score-zh-CN.js';
import { todayInChina } from '../../rules/gate.js';
import { readDepartments } from '../../score/departments.js';
import { inParallel } from '../../score/read.js';
import { CliError, EXIT, type Run } from '../command.js';
import { calendarOf, jsonAt } from '../departments.js';
import { dayOption, textOption } from '../options.js';
import { lookAt, type Looked } from '../watching.js';

/** Removals and changes that are named of each department. */
const SHOWN = 20;

function inWords({ name, state, events }: Looked): string {
  const run = events.find((event) => event.op === 'run');
  if (run?.op === 'run' && !run.ok) return `${name}：无法读取（${run.why ?? ''}）；${words.readable(state.readable, state.runs)}`;
  const count = (op: string): number => events.filter((event) => event.op === op).length;
  const named = events.flatMap((event) => {
    if (event.op === 'gone' && event.why === 'silently')
      return [`  ${words.removedSilently}：${state.records.get(event.id)?.documentNumber || event.id}（最后见于 ${event.last}）`];
    if (event.op === 'changed' && !event.said && !event.v)
      return [`  ${words.changedSilently}：${state.records.get(event.to ?? event.id)?.documentNumber || event.id}`];
    return [];
  });
  return [
    `${name}：新增 ${count('seen')} 条，改动 ${count('changed')} 条，不再公示 ${count('gone')} 条；${words.readable(state.readable, state.runs)}`,
    ...named.slice(0, SHOWN),
    ...(named.length > SHOWN ? [`  …… 另有 ${named.length - SHOWN} 处`] : []),
  ].join('\n');
}

const isSuspicious = ({ events }: Looked): boolean => events.some((event) => (event.op === 'run' && !event.ok)
  || (event.op === 'gone' && event.why === 'silently') || (event.op === 'changed' && !event.said && !event.v));

export const run: Run = async ([place], options, io) => {
  const list = String(place);
  const folder = textOption(options, 'output');
  if (folder === undefined) throw new CliError('请用 -o 说明监测日志放在哪个文件夹。');
  const today = dayOption(options, 'today') ?? todayInChina();
  const listed = readDepartments(await jsonAt(list));
  if (!listed.ok) throw new CliError(`${list}：${listed.problem}。`);
  const { departments } = listed;
  const calendar = await calendarOf(options);
  const broken: string[] = [];
  const looked = await inParallel(
    departments,
    async (department) => {
      try {
        return await lookAt(department, { list, today, calendar }, folder, io);
      } catch (error) {
        if (!(error instanceof CliError)) throw error;
        // The others are looked at all the same: a day that is missed can't be made up for.
        broken.push(error.message);
        return undefined;
      }
    },
    (done) => io.progress(words.reading(done, departments.length)),
  );
  const all = looked.filter((one) => one !== undefined);
  for (const one of broken) io.say(one);
  await io.out(options['json'] ? JSON.stringify(all.map(({ name, events }) => ({ name, events })), null, 2) : all.map(inWords).join('\n'));
  if (broken.length) return EXIT.failed;
  return all.some(isSuspicious) ? EXIT.found : EXIT.ok;
};
